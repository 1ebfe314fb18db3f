package org.tctf.embedded;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleStateHandler;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.http.SocketPipeline;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.socket.Connection;
import org.tctf.kernel.socket.RealtimeGateway;
import org.tctf.kernel.socket.RealtimeGateway.Delivery;

/**
 * One client. What it sends is done one message after the other, on a virtual thread that is there only while there is
 * something to do; what has come in and is not done yet is bounded, and so is what has to go out: a client that is too slow
 * is cut off, one that is too fast is not read from until the rest is done.
 */
final class LocalConnection {
    private static final Logger LOG = LoggerFactory.getLogger(LocalConnection.class);

    /** Bytes on their way to a client, at most: two of the largest messages. */
    private static final long MAX_PENDING = 2L * RealtimeGateway.MAX_MESSAGE;

    /** Messages not done, from which on no more is read, and at which the client is cut off (one read can hold many). */
    private static final int MANY = 16;

    private static final int TOO_MANY = 1024;

    /** For the close frame to leave; a client that does not read would keep its connection for ever. */
    private static final int GRACE_SECONDS = 2;

    private static final String IDLE = "idle-state";

    private final ServiceDefinition service;
    private final String id;
    private final Channel channel;
    private final SocketPipeline pipeline;
    private final Executor threads;
    private final Instant openedAt;
    private final AtomicLong pending = new AtomicLong();
    private final Queue<String> inbox = new ArrayDeque<>();
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private boolean isWorking;

    LocalConnection(
            ServiceDefinition service,
            String id,
            Channel channel,
            SocketPipeline pipeline,
            Executor threads,
            Instant openedAt) {
        this.service = service;
        this.id = id;
        this.channel = channel;
        this.pipeline = pipeline;
        this.threads = threads;
        this.openedAt = openedAt;
        if (channel.pipeline().get(IDLE) != null) {
            // The server's own closes who only listens; here both ways count together, as at API Gateway.
            channel.pipeline()
                    .replace(IDLE, IDLE, new IdleStateHandler(0, 0, Connection.IDLE.toSeconds(), TimeUnit.SECONDS));
        }
    }

    ServiceDefinition service() {
        return service;
    }

    String id() {
        return id;
    }

    Instant openedAt() {
        return openedAt;
    }

    Delivery send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > RealtimeGateway.MAX_MESSAGE) {
            throw new IllegalArgumentException("a message of %d bytes; at most %d go over a socket"
                    .formatted(bytes.length, RealtimeGateway.MAX_MESSAGE));
        }
        if (!channel.isActive()) {
            return Delivery.GONE;
        }
        if (pending.addAndGet(bytes.length) > MAX_PENDING) {
            pending.addAndGet(-bytes.length);
            return Delivery.SLOW;
        }
        ByteBuf content = channel.alloc().buffer(bytes.length).writeBytes(bytes);
        channel.writeAndFlush(new TextWebSocketFrame(content)).addListener(written -> pending.addAndGet(-bytes.length));
        return Delivery.DELIVERED;
    }

    /** The client should connect anew, if it wants to. */
    void goAway() {
        close(WebSocketCloseStatus.ENDPOINT_UNAVAILABLE);
    }

    /** The client has sent what is no frame that we take. */
    void broken() {
        close(WebSocketCloseStatus.MESSAGE_TOO_BIG);
    }

    /** Called by the channel's own thread. */
    void received(WebSocketFrame frame) {
        if (frame instanceof BinaryWebSocketFrame) {
            close(WebSocketCloseStatus.INVALID_MESSAGE_TYPE);
            return;
        }
        ByteBuf content = frame.content();
        if (message.size() + content.readableBytes() > RealtimeGateway.MAX_MESSAGE) {
            message.reset();
            send(pipeline.unreadable(service));
            broken();
            return;
        }
        byte[] bytes = new byte[content.readableBytes()];
        content.readBytes(bytes);
        message.writeBytes(bytes);
        if (frame.isFinalFragment()) {
            byte[] whole = message.toByteArray();
            message.reset();
            take(whole);
        }
    }

    private void take(byte[] whole) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(whole))
                    .toString();
            enqueue(text);
        } catch (CharacterCodingException notUtf8) {
            close(WebSocketCloseStatus.INVALID_PAYLOAD_DATA);
        }
    }

    private synchronized void enqueue(String text) {
        if (inbox.size() >= TOO_MANY) {
            close(WebSocketCloseStatus.POLICY_VIOLATION);
            return;
        }
        inbox.add(text);
        if (inbox.size() == MANY) {
            channel.config().setAutoRead(false);
        }
        if (!isWorking) {
            isWorking = true;
            threads.execute(this::work);
        }
    }

    private void work() {
        for (String text = next(); text != null; text = next()) {
            try {
                pipeline.message(service, id, text).ifPresent(this::answer);
            } catch (RuntimeException failed) {
                LOG.error(
                        "a message over {} could not be answered",
                        service.requireSocket().path(),
                        failed);
                close(WebSocketCloseStatus.INTERNAL_SERVER_ERROR);
            }
        }
    }

    private synchronized @Nullable String next() {
        String text = inbox.poll();
        if (text == null) {
            isWorking = false;
        }
        if (inbox.size() < MANY && !channel.config().isAutoRead()) {
            channel.config().setAutoRead(true);
        }
        return text;
    }

    private void answer(String text) {
        if (send(text) == Delivery.SLOW) {
            goAway();
        }
    }

    private void close(WebSocketCloseStatus status) {
        channel.writeAndFlush(new CloseWebSocketFrame(status)).addListener(sent -> channel.close());
        channel.eventLoop().schedule(() -> channel.close(), GRACE_SECONDS, TimeUnit.SECONDS);
    }
}
