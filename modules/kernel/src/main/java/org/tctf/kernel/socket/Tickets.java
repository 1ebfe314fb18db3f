package org.tctf.kernel.socket;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.crypto.RandomSecrets;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;

/** Tickets that wait to be used: 256 random bits each, of which the table knows the SHA-256 only. */
final class Tickets {
    static final AccessPattern TICKET =
            AccessPattern.main("a ticket that opens a connection", "SOCKET-TICKET#{digest}", "TICKET");

    /** Whom a ticket was given to. */
    record Holder(String memberId, String sessionId, Instant until) {

        Instant givenAt() {
            return until.minus(SocketTicket.LIFETIME);
        }
    }

    private final ServiceTable table;
    private final URI socket;
    private final InstantSource clock;
    private final RandomSecrets secrets;

    Tickets(ServiceTable table, URI socket, InstantSource clock, SecureRandom random) {
        this.table = table;
        this.socket = socket;
        this.clock = clock;
        secrets = new RandomSecrets(random);
    }

    SocketTicket issue(String memberId, String sessionId) {
        String ticket = secrets.next();
        Instant until = clock.instant().plus(SocketTicket.LIFETIME);
        table.commit(Change.none()
                .create(Row.of(key(ticket), new Holder(memberId, sessionId, until))
                        .expires(until)));
        return new SocketTicket(
                URI.create(socket + "?" + SocketTicket.PARAMETER + "=" + ticket),
                until,
                Connection.LIFETIME.toSeconds());
    }

    /** Whose it is, while it is good. */
    Optional<Holder> holder(String ticket) {
        return table.get(key(ticket), Holder.class)
                .filter(holder -> clock.instant().isBefore(holder.until()));
    }

    /** Spends it with this change, which fails for the second who tries. */
    Change spent(String ticket) {
        return Change.none().delete(key(ticket), Condition.present());
    }

    private static Key key(String ticket) {
        byte[] digest = Hashes.sha256(ticket.getBytes(StandardCharsets.UTF_8));
        return TICKET.key(HexFormat.of().formatHex(digest));
    }
}
