package org.tctf.embedded;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.annotation.OnClose;
import io.micronaut.websocket.annotation.OnError;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import jakarta.annotation.security.PermitAll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.kernel.socket.RealtimeGateway;

/** The WebSockets of all services on the class path: what API Gateway is on AWS, with its limits. */
@ServerWebSocket("/v1/{area}/socket")
@PermitAll // the ticket is checked at the door
final class SocketEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(SocketEndpoint.class);
    private static final String CONNECTION = "tctf.connection";

    private final LocalSockets sockets;

    SocketEndpoint(LocalSockets sockets) {
        this.sockets = sockets;
    }

    @OnOpen
    void opened(WebSocketSession session, HttpRequest<?> request) {
        SocketDoor.Guest guest = request.getAttribute(SocketDoor.GUEST, SocketDoor.Guest.class)
                .orElseThrow(() -> new IllegalStateException("a WebSocket came past the door"));
        var channel = ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel();
        session.put(CONNECTION, sockets.opened(guest, channel));
    }

    /** Frames, not messages: the framework would put a message together however long it gets. */
    @OnMessage(maxPayloadLength = RealtimeGateway.MAX_FRAME)
    void received(WebSocketFrame frame, WebSocketSession session) {
        try {
            session.get(CONNECTION, LocalConnection.class).ifPresent(connection -> connection.received(frame));
        } finally {
            frame.release();
        }
    }

    @OnClose
    void closed(WebSocketSession session) {
        session.get(CONNECTION, LocalConnection.class).ifPresent(sockets::closed);
    }

    /** A frame that is too large, or no frame: the client's mistake, told to it by a close frame (RFC 6455 §7.4). */
    @OnError
    void failed(Throwable broken, WebSocketSession session) {
        LOG.debug("a connection broke", broken);
        session.get(CONNECTION, LocalConnection.class).ifPresent(LocalConnection::broken);
    }
}
