package org.tctf.kernel.socket;

/**
 * Port: hands text to clients that are connected. The embedded twin is the app's own WebSocket endpoint, the distributed one
 * API Gateway's WebSocket API; both keep API Gateway's limits. Services use {@link MemberSockets}.
 */
public interface RealtimeGateway {
    /** The largest message, either way, in bytes of UTF-8 (API Gateway quotas, "WebSocket APIs"). */
    int MAX_MESSAGE = 128 * 1024;

    /** The largest frame that a client may send; a larger message comes in several (same quotas). */
    int MAX_FRAME = 32 * 1024;

    /** How a sending ended. */
    enum Delivery {
        /** The gateway has taken it for the client; it may still be lost with the connection. */
        DELIVERED,
        /** Nobody is connected by this id, or not yet. */
        GONE,
        /** The client does not read what it was sent before; nothing more is kept for it. */
        SLOW
    }

    /**
     * Sends one text message. Never waits for the client, and never buffers more for it than one message.
     *
     * @throws IllegalArgumentException when it is larger than {@value #MAX_MESSAGE} bytes
     * @throws org.tctf.kernel.Unavailable when the gateway itself does not answer
     */
    Delivery send(String connectionId, String text);

    /** Closes a connection; nothing happens when there is none. */
    void close(String connectionId);
}
