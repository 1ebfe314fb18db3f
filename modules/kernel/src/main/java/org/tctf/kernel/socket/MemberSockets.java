package org.tctf.kernel.socket;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Codec;
import org.tctf.kernel.Problem;
import org.tctf.kernel.service.Socket;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ConditionFailed;

/**
 * The connections of one service's socket. Each is bound to the session that it was opened with: from ten seconds after that
 * has ended, nothing goes over it any more, and the first attempt closes it; after {@link Connection#LIFETIME} likewise.
 */
public final class MemberSockets {
    /** Connections of one member; one more closes the oldest. */
    public static final int MAX = 10;

    /**
     * How long a connection may not be there yet for the gateway: API Gateway opens it only when {@code $connect} has been
     * answered, for which it waits 29 seconds.
     */
    static final Duration SETTLING = Duration.ofSeconds(30);

    /** Connections that one push forgets: two rows each, in a transaction of a hundred with what else rides in it. */
    private static final int FORGOTTEN = 45;

    private final Socket socket;
    private final Connections connections;
    private final Tickets tickets;
    private final RealtimeGateway gateway;
    private final SessionEnds sessions;
    private final Codec codec;
    private final InstantSource clock;

    MemberSockets(
            Socket socket,
            Connections connections,
            Tickets tickets,
            RealtimeGateway gateway,
            SessionEnds sessions,
            Codec codec,
            InstantSource clock) {
        this.socket = socket;
        this.connections = connections;
        this.tickets = tickets;
        this.gateway = gateway;
        this.sessions = sessions;
        this.codec = codec;
        this.clock = clock;
    }

    /** How the table of a service with a socket is read besides its own patterns. */
    public static List<AccessPattern> accessPatterns() {
        return List.of(Connections.CONNECTION, Connections.OF_MEMBER, Tickets.TICKET);
    }

    /** A ticket for somebody who has just proved who they are. */
    public SocketTicket ticket(String memberId, String sessionId) {
        return tickets.issue(memberId, sessionId);
    }

    /**
     * Lets the holder of a ticket in.
     *
     * @param connectionId the gateway's
     * @throws Problem {@code SOCKET_TICKET_INVALID} when the ticket is unknown, spent, too old, or its session has ended
     */
    public Connection open(String ticket, String connectionId) {
        Tickets.Holder holder = tickets.holder(ticket).orElseThrow(MemberSockets::invalid);
        if (sessions.hasEnded(holder.sessionId(), holder.givenAt())) {
            throw invalid();
        }
        Connection connection = connections.opened(connectionId, holder);
        try {
            connections.commit(tickets.spent(ticket).and(Connections.added(connection)));
        } catch (ConditionFailed spentMeanwhile) {
            throw invalid();
        }
        // Read after the write: of several who come at once, the last one sees them all.
        evict(connections.of(holder.memberId()));
        return connection;
    }

    /**
     * The connection of this id, while anything may go over it. One that is not known is closed: it made room for another
     * before the gateway had it and could close it, and its device would wait for answers for ever.
     */
    public Optional<Connection> find(String connectionId) {
        Optional<Connection> known = connections.get(connectionId);
        if (known.isPresent() && !isOver(known.get())) {
            return known;
        }
        gateway.close(connectionId);
        known.ifPresent(over -> connections.commit(Connections.removed(over)));
        return Optional.empty();
    }

    /** It has ended, whoever ended it; says whose it was, the first time. */
    public Optional<Connection> closed(String connectionId) {
        Optional<Connection> known = connections.get(connectionId);
        known.ifPresent(connection -> connections.commit(Connections.removed(connection)));
        return known;
    }

    /**
     * Sends a frame to all devices of a member that are connected; those that cannot take it are dropped, and read the state
     * over HTTP when they are back. Commits at most once, after the sending, so that a consumer may call it.
     *
     * @param frame one of the records that the socket's definition pushes; made only when somebody is connected
     * @return to how many it was handed
     * @throws org.tctf.kernel.Unavailable when the gateway does not answer; some may have got it, so it must bear repetition
     */
    public int push(String memberId, Supplier<?> frame) {
        return push(List.of(memberId), frame);
    }

    /**
     * The same to all devices of several members. Of connections that turn out to be gone it forgets as many as one
     * transaction takes; the others are found gone by the next frame.
     */
    public int push(Collection<String> memberIds, Supplier<?> frame) {
        @Nullable String text = null;
        int delivered = 0;
        int forgotten = 0;
        Change gone = Change.none();
        for (String memberId : memberIds) {
            for (Connection connection : connections.of(memberId)) {
                if (text == null) {
                    text = text(frame.get());
                }
                if (handed(connection, text)) {
                    delivered++;
                } else if (!isSettling(connection) && forgotten < FORGOTTEN) {
                    gone = gone.and(Connections.removed(connection));
                    forgotten++;
                }
            }
        }
        connections.commit(gone);
        return delivered;
    }

    /** Those of the members who have a connection that anything may go over. */
    public Set<String> connected(Collection<String> memberIds) {
        return memberIds.stream()
                .filter(memberId -> connections.of(memberId).stream().anyMatch(connection -> !isOver(connection)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean handed(Connection connection, String text) {
        if (isOver(connection)) {
            gateway.close(connection.id());
            return false;
        }
        return switch (gateway.send(connection.id(), text)) {
            case DELIVERED -> true;
            case GONE -> false;
            case SLOW -> {
                gateway.close(connection.id());
                yield false;
            }
        };
    }

    private void evict(List<Connection> oldestFirst) {
        Change evicted = Change.none();
        for (Connection old : oldestFirst.subList(0, Math.max(0, oldestFirst.size() - MAX))) {
            gateway.close(old.id());
            evicted = evicted.and(Connections.removed(old));
        }
        connections.commit(evicted);
    }

    private boolean isOver(Connection connection) {
        return !clock.instant().isBefore(connection.closesAt())
                || sessions.hasEnded(connection.sessionId(), connection.openedAt());
    }

    private boolean isSettling(Connection connection) {
        Instant settled = connection.openedAt().plus(SETTLING);
        return clock.instant().isBefore(settled) && !isOver(connection);
    }

    private String text(Object frame) {
        String fields = codec.toJson(frame).substring(1);
        String type =
                "{\"type\":\"%s\"".formatted(socket.pushOf(frame.getClass()).type());
        String text = type + (fields.equals("}") ? "" : ",") + fields;
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > RealtimeGateway.MAX_MESSAGE) {
            throw new IllegalArgumentException("a %s of %d bytes; a message has at most %d"
                    .formatted(frame.getClass().getSimpleName(), bytes, RealtimeGateway.MAX_MESSAGE));
        }
        return text;
    }

    private static Problem invalid() {
        return Problem.unauthenticated(
                "SOCKET_TICKET_INVALID",
                "This ticket is unknown, was used or is older than a minute; get a new one and connect at once.");
    }
}
