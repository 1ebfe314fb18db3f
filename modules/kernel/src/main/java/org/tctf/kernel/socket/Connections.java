package org.tctf.kernel.socket;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;

/** Who is connected, by connection and by member, in the service's own table. */
final class Connections {
    static final AccessPattern CONNECTION = AccessPattern.main("a connection", "SOCKET#{connectionId}", "CONNECTION");
    static final AccessPattern OF_MEMBER =
            AccessPattern.main("connections of a member", "SOCKETS#{memberId}", "{connectionId}");

    /** After this the store may forget one that nobody has closed. */
    private static final Duration KEPT = Duration.ofHours(24);

    private final ServiceTable table;
    private final InstantSource clock;

    Connections(ServiceTable table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    Optional<Connection> get(String id) {
        return table.get(CONNECTION.key(id), Connection.class);
    }

    /** The oldest first. */
    List<Connection> of(String memberId) {
        return table.list(OF_MEMBER.query(memberId).limit(100), Connection.class).stream()
                .sorted(Comparator.comparing(Connection::openedAt).thenComparing(Connection::id))
                .toList();
    }

    static Change added(Connection connection) {
        var until = connection.openedAt().plus(KEPT);
        return Change.none()
                .create(Row.of(CONNECTION.key(connection.id()), connection).expires(until))
                .create(Row.of(OF_MEMBER.key(connection.memberId(), connection.id()), connection)
                        .expires(until));
    }

    static Change removed(Connection connection) {
        return Change.none()
                .delete(CONNECTION.key(connection.id()))
                .delete(OF_MEMBER.key(connection.memberId(), connection.id()));
    }

    /** Nothing is written when there is nothing in it. */
    void commit(Change change) {
        if (!change.isEmpty()) {
            table.commit(change);
        }
    }

    Connection opened(String id, Tickets.Holder holder) {
        return new Connection(id, holder.memberId(), holder.sessionId(), clock.instant());
    }
}
