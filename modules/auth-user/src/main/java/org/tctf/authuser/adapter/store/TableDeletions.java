package org.tctf.authuser.adapter.store;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.tctf.authuser.AuthUserService;
import org.tctf.authuser.application.DueDeletions;
import org.tctf.authuser.domain.Deletion;
import org.tctf.authuser.domain.DueDeletion;
import org.tctf.authuser.domain.EraseAccount;
import org.tctf.authuser.domain.ScheduledDeletion;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** Deletions; those that are scheduled are also found by the time they are due. */
@Singleton
public class TableDeletions extends TableRecords<Deletion> implements DueDeletions {
    private final ServiceTable table;
    private final InstantSource clock;

    public TableDeletions(ServiceTables tables, InstantSource clock) {
        super(tables, AuthUserService.DELETION, Deletion.class);
        table = tables.of(AuthUserService.DEFINITION);
        this.clock = clock;
    }

    @Override
    Row indexed(Row row, Deletion state) {
        return state instanceof ScheduledDeletion scheduled
                ? row.index(AuthUserService.DUE, key(scheduled.deletesAt()), scheduled.userId())
                : row;
    }

    @Override
    Change commands(Deletion state) {
        return state instanceof DueDeletion ? Change.none().enqueue(new EraseAccount(state.userId())) : Change.none();
    }

    @Override
    long order(Deletion state) {
        return clock.millis();
    }

    @Override
    public List<String> until(Instant now, int limit) {
        // The sort key goes on after the instant, so '~' (above all that follows) makes the bound inclusive.
        return table
                .list(AuthUserService.DUE.query().between("", key(now) + "~").limit(limit), ScheduledDeletion.class)
                .stream()
                .map(ScheduledDeletion::userId)
                .toList();
    }

    /** Of one length, so that keys sort like instants. */
    private static String key(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
