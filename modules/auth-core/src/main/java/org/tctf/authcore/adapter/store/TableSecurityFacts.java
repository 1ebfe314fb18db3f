package org.tctf.authcore.adapter.store;

import static org.tctf.authcore.AuthCoreService.REPORTED;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.tctf.authcore.AuthCoreService;
import org.tctf.authcore.application.SecurityFacts;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/**
 * Facts by way of the table's outbox. An account has no version here, since it lies in the identity provider; its facts
 * are ordered by the millisecond instead.
 */
@Singleton
public class TableSecurityFacts implements SecurityFacts {
    private static final Duration MARGIN = Duration.ofDays(1);

    private record Reported(Instant at) {}

    private final ServiceTable table;
    private final InstantSource clock;

    public TableSecurityFacts(ServiceTables tables, InstantSource clock) {
        table = tables.of(AuthCoreService.DEFINITION);
        this.clock = clock;
    }

    @Override
    public void happened(String subject, Object... facts) {
        table.commit(Change.none().raiseAll(subject, clock.millis(), List.of(facts)));
    }

    @Override
    public void happenedOnce(String name, Instant repeatableUntil, String subject, Object fact) {
        Key key = REPORTED.key(name);
        Row mark = Row.of(key, new Reported(clock.instant())).expires(repeatableUntil.plus(MARGIN));
        try {
            table.commit(Change.none().create(mark).raise(subject, clock.millis(), fact));
        } catch (ConditionFailed lost) {
            if (!lost.key().equals(key)) {
                throw lost;
            }
        }
    }
}
