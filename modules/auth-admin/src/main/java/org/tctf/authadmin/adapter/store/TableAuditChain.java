package org.tctf.authadmin.adapter.store;

import static org.tctf.authadmin.AuthAdminService.AUDIT_CHAIN;
import static org.tctf.authadmin.AuthAdminService.AUDIT_END;
import static org.tctf.authadmin.AuthAdminService.AUDIT_WAITING;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tctf.authadmin.AuthAdminService;
import org.tctf.authadmin.application.AuditChain;
import org.tctf.authadmin.application.Seals;
import org.tctf.authadmin.domain.LoggedEntry;
import org.tctf.authadmin.domain.Point;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/**
 * The chain in segments of {@value #SEGMENT} entries. Whoever links does it on the version of the head that they saw, many
 * entries at a time: writing an entry never waits for another (ADR 30).
 */
@Singleton
public class TableAuditChain implements AuditChain {
    private static final String HEAD = "head";
    private static final String FLOOR = "floor";
    private static final long SEGMENT = 1_000;

    /** Each is taken from those that wait, and put into the chain: two writes, and one for the end, of the hundred. */
    private static final int AT_ONCE = 49;

    record End(Point point, String seal, long version) {}

    private final ServiceTable table;
    private final Seals seals;

    public TableAuditChain(ServiceTables tables, Seals seals) {
        table = tables.of(AuthAdminService.DEFINITION);
        this.seals = seals;
    }

    @Override
    public int linkSome() {
        return table.retrying(() -> {
            Optional<End> head = end(HEAD);
            List<LoggedEntry> waiting = table.list(AUDIT_WAITING.query().limit(AT_ONCE), LoggedEntry.class);
            if (waiting.isEmpty()) {
                return 0;
            }
            Point at = point(HEAD, head);
            Change change = Change.none();
            for (LoggedEntry entry : waiting) {
                LoggedEntry linked = entry.linkedBehind(at);
                at = linked.point();
                change = change.delete(AuditRows.waitingKey(entry), Condition.present())
                        .create(AuditRows.indexed(Row.of(key(at.seq()), linked), linked.entry()));
            }
            table.commit(change.and(moved(HEAD, head, at)));
            return waiting.size();
        });
    }

    @Override
    public int forgetSome(Instant before) {
        return table.retrying(() -> {
            Optional<End> floor = end(FLOOR);
            Point at = point(FLOOR, floor);
            Change change = Change.none();
            int forgotten = 0;
            for (LoggedEntry entry : from(at.seq() + 1)) {
                if (forgotten == AT_ONCE || !entry.recordedAt().isBefore(before)) {
                    break;
                }
                at = entry.point();
                change = change.delete(key(at.seq()));
                forgotten++;
            }
            if (forgotten > 0) {
                table.commit(change.and(moved(FLOOR, floor, at)));
            }
            return forgotten;
        });
    }

    @Override
    public Point head() {
        return point(HEAD, end(HEAD));
    }

    @Override
    public Point floor() {
        return point(FLOOR, end(FLOOR));
    }

    @Override
    public List<LoggedEntry> from(long seq) {
        long segment = seq / SEGMENT;
        return table.list(
                AUDIT_CHAIN.query(segment).between(sortable(seq), sortable(segment * SEGMENT + SEGMENT - 1) + "~"),
                LoggedEntry.class);
    }

    private Optional<End> end(String which) {
        return table.get(AUDIT_END.key(which), End.class);
    }

    private Point point(String which, Optional<End> end) {
        end.filter(there -> !seals.isOurs(which, there.point(), there.seal())).ifPresent(_ -> {
            throw new ForgedEnd(which);
        });
        return end.map(End::point).orElse(Point.START);
    }

    private Change moved(String which, Optional<End> before, Point to) {
        long version = before.map(End::version).orElse(0L);
        Row row = Row.of(AUDIT_END.key(which), new End(to, seals.seal(which, to), version + 1));
        return version == 0 ? Change.none().create(row) : Change.none().replace(row, version);
    }

    private static Key key(long seq) {
        return AUDIT_CHAIN.key(seq / SEGMENT, sortable(seq));
    }

    private static String sortable(long seq) {
        return "%015d".formatted(seq);
    }
}
