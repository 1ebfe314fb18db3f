package org.tctf.authadmin.adapter.store;

import static org.tctf.authadmin.AuthAdminService.ACT;
import static org.tctf.authadmin.AuthAdminService.USER;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.tctf.authadmin.AuthAdminService;
import org.tctf.authadmin.application.Acts;
import org.tctf.authadmin.application.CarryOutOrderedAct;
import org.tctf.authadmin.domain.Act;
import org.tctf.authadmin.domain.FoundUser;
import org.tctf.kernel.Decision;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** An act, what the audit log says of it, and what it changes in the search: always one transaction. */
@Singleton
public class TableActs implements Acts {
    /** By then the request that ordered it has carried it out, or never will. */
    private static final Duration REQUEST_IS_OVER = Duration.ofSeconds(5);

    private final ServiceTable table;
    private final InstantSource clock;

    public TableActs(ServiceTables tables, InstantSource clock) {
        table = tables.of(AuthAdminService.DEFINITION);
        this.clock = clock;
    }

    @Override
    public void add(Act ordered) {
        Instant now = clock.instant();
        table.commit(Change.none()
                .create(Row.of(ACT.key(ordered.id()), ordered))
                .create(AuditRows.waiting(AuditRows.of(ordered, now), now))
                .enqueue(new CarryOutOrderedAct(ordered.id()), REQUEST_IS_OVER));
    }

    @Override
    public Act decide(String actId, Function<Act, Decision<Act>> decision) {
        return table.retrying(() -> {
            Act before = table.get(ACT.key(actId), Act.class)
                    .orElseThrow(() -> new IllegalStateException("there is no act " + actId));
            Decision<Act> decided = decision.apply(before);
            Act after = decided.state();
            if (!after.equals(before)) {
                commit(before, decided);
            }
            return after;
        });
    }

    private void commit(Act before, Decision<Act> decided) {
        Act after = decided.state();
        Instant now = clock.instant();
        Row row = Row.of(ACT.key(after.id()), after).expires(after.orderedAt().plus(Act.KEPT));
        Change change = Change.none()
                .replace(row, before.version())
                .create(AuditRows.waiting(AuditRows.of(after, now), now))
                // An account has no version here, since it lies in the provider; its facts are ordered by the
                // millisecond.
                .raiseAll(after.target(), clock.millis(), decided.facts());
        Optional<FoundUser> shown = after.state() == Act.State.DONE
                ? table.get(USER.key(after.target()), FoundUser.class)
                : Optional.empty();
        table.commit(shown.map(user -> change.replace(TableUsers.row(user.after(after)), user.version()))
                .orElse(change));
    }
}
