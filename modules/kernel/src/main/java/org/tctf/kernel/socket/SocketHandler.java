package org.tctf.kernel.socket;

/** Sees connections come and go, for what lasts as long as they do: who is here, who is typing. */
public interface SocketHandler {

    /** Somebody has connected. Nothing can be sent to them yet: the gateway opens the connection after this. */
    void opened(Connection connection);

    /** A connection has ended. Best effort, as API Gateway's {@code $disconnect} is: what matters must also expire. */
    void closed(Connection connection);
}
