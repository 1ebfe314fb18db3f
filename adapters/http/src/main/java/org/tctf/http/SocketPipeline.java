package org.tctf.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.BeanContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Codec;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Socket;
import org.tctf.kernel.socket.Connection;
import org.tctf.kernel.socket.RealtimeGateway;
import org.tctf.kernel.socket.ServiceSockets;
import org.tctf.kernel.socket.SocketAction;
import org.tctf.kernel.socket.SocketHandler;
import org.tctf.kernel.web.Quota;
import org.tctf.kernel.web.RateCounters;

/**
 * The way of every WebSocket, in the order of {@link Pipeline}, whichever gateway holds the connections: origin → rate limit →
 * ticket to connect; correlation id → connection and session → rate limit → size and schema → action → answer → telemetry
 * for every message. What is refused is a frame with the problem that HTTP would answer.
 */
@Singleton
public final class SocketPipeline {
    /** Messages of one connection. */
    private static final int MESSAGES = 300;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /**
     * Somebody who wants to connect.
     *
     * @param connectionId the gateway's
     * @param origin of the page that wants to, if it is one
     * @param host that the client believes to talk to
     * @param address the client's, as {@link ClientAddress} groups it
     */
    public record Handshake(
            ServiceDefinition service,
            String connectionId,
            @Nullable String ticket,
            @Nullable String origin,
            @Nullable String host,
            String address) {}

    private final BeanContext beans;
    private final ServiceSockets sockets;
    private final Origins origins;
    private final RateCounters counters;
    private final SocketFrames frames;
    private final SocketSchemas schemas;
    private final SocketTelemetry telemetry;
    private final Codec codec;
    private final Ids ids;
    private final InstantSource clock;
    private final Quota handshakes;
    private final Quota messages;

    SocketPipeline(
            BeanContext beans,
            ServiceSockets sockets,
            Origins origins,
            RateCounters counters,
            SocketFrames frames,
            SocketSchemas schemas,
            SocketTelemetry telemetry,
            Codec codec,
            Ids ids,
            InstantSource clock,
            Limits limits) {
        this.beans = beans;
        this.sockets = sockets;
        this.origins = origins;
        this.counters = counters;
        this.frames = frames;
        this.schemas = schemas;
        this.telemetry = telemetry;
        this.codec = codec;
        this.ids = ids;
        this.clock = clock;
        handshakes = new Quota("handshakes", limits.anonymous(), Limits.WINDOW);
        messages = new Quota(
                "messages", (int) Math.min(Integer.MAX_VALUE, (long) MESSAGES * limits.routeFactor()), MINUTE);
    }

    /**
     * Lets somebody in.
     *
     * @throws Problem when they may not; {@link #refusal} says it as HTTP does
     */
    public Connection connect(Handshake handshake) {
        ServiceDefinition service = handshake.service();
        return telemetry.served(service, "$connect", "anonymous", ids.next().toString(), () -> {
            origins.checkSocket(handshake.origin(), handshake.host());
            count("handshakes:" + handshake.address(), handshakes);
            if (handshake.ticket() == null) {
                throw Problem.unauthenticated(
                        "SOCKET_TICKET_MISSING", "Get a ticket with your access token, and connect to its url.");
            }
            Connection connection = sockets.of(service).open(handshake.ticket(), handshake.connectionId());
            handler(service).ifPresent(handler -> handler.opened(connection));
            return connection;
        });
    }

    /** The answer to a handshake that failed. */
    public Refusal refusal(ServiceDefinition service, RuntimeException thrown) {
        Failure failure = Failures.of(thrown);
        return new Refusal(
                failure.status(),
                frames.problem(
                                failure,
                                service.requireSocket().path(),
                                ids.next().toString())
                        .toString());
    }

    /** An HTTP answer: status and {@code application/problem+json}. */
    public record Refusal(int status, String body) {}

    /**
     * Does what a message asks for.
     *
     * @return what goes back over the same connection, if anything does
     */
    public Optional<String> message(ServiceDefinition service, String connectionId, String text) {
        String correlationId = ids.next().toString();
        SocketFrames.Call call = SocketFrames.Call.UNREAD;
        try {
            Connection connection = sockets.of(service).find(connectionId).orElse(null);
            if (connection == null) {
                return Optional.empty();
            }
            count("messages:" + connectionId, messages);
            call = frames.read(text);
            return done(service, connection, call, correlationId);
        } catch (RuntimeException | Error refused) {
            return Optional.of(frames.refused(
                    call, Failures.of(refused), service.requireSocket().path(), correlationId));
        }
    }

    /** A connection is there; it is closed again when it had to make room for another meanwhile. */
    public void letIn(ServiceDefinition service, String connectionId) {
        try {
            sockets.of(service).find(connectionId);
        } catch (RuntimeException unreadable) {
            // Then its first message finds it.
        }
    }

    /** A message that was cut off: more than {@value RealtimeGateway#MAX_MESSAGE} bytes, or no text. */
    public String unreadable(ServiceDefinition service) {
        return frames.refused(
                SocketFrames.Call.UNREAD,
                Failures.of(SocketFrames.tooLarge()),
                service.requireSocket().path(),
                ids.next().toString());
    }

    /** A connection has ended. */
    public void disconnect(ServiceDefinition service, String connectionId) {
        telemetry.served(service, "$disconnect", "anonymous", ids.next().toString(), () -> {
            Optional<Connection> known = sockets.of(service).closed(connectionId);
            known.ifPresent(connection -> handler(service).ifPresent(handler -> handler.closed(connection)));
            return known;
        });
    }

    private Optional<String> done(
            ServiceDefinition service, Connection connection, SocketFrames.Call call, String correlationId) {
        if (call.action().equals(Socket.PING)) {
            return Optional.of(frames.pong(call));
        }
        Socket.Action action = service.requireSocket()
                .action(call.action())
                .orElseThrow(() -> Problem.invalid(
                        "UNKNOWN_ACTION",
                        "There is no such action here; the AsyncAPI document of %s lists them."
                                .formatted(service.name())));
        return telemetry.served(service, action.name(), connection.memberId(), correlationId, () -> {
            schemas.check(service, action.name(), call.body());
            Object answer = call(action, call.body(), connection);
            return Optional.ofNullable(answer).map(body -> frames.answer(call, body));
        });
    }

    @SuppressWarnings("unchecked") // the definition's builder pairs the record with an action of that record
    private @Nullable Object call(Socket.Action action, JsonNode body, Connection connection) {
        SocketAction<Object> handler = (SocketAction<Object>) beans.getBean(action.action());
        return handler.on(codec.fromJson(body.toString(), action.record()), connection);
    }

    private Optional<SocketHandler> handler(ServiceDefinition service) {
        return Optional.ofNullable(service.requireSocket().handler()).map(beans::getBean);
    }

    private void count(String bucket, Quota quota) {
        RateCounters.Standing standing = counters.count(bucket, quota, clock.instant());
        if (!standing.isAllowed()) {
            throw RateLimiting.refused(quota, standing);
        }
    }
}
