package org.tctf.authuser.adapter.store;

import java.util.Optional;
import java.util.function.Function;
import org.tctf.authuser.AuthUserService;
import org.tctf.authuser.application.Records;
import org.tctf.authuser.domain.Kept;
import org.tctf.kernel.Decision;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** One item of each member, beside what is known of the member. */
abstract class TableRecords<S extends Kept> implements Records<S> {
    /** A member of whom nothing is known yet, or one who is there: an erased one has no name. */
    private static final Condition NOT_ERASED = Condition.absent().or(Condition.atLeast("nameVersion", 0));

    private final ServiceTable table;
    private final AccessPattern pattern;
    private final Class<S> type;

    TableRecords(ServiceTables tables, AccessPattern pattern, Class<S> type) {
        table = tables.of(AuthUserService.DEFINITION);
        this.pattern = pattern;
        this.type = type;
    }

    /** How this state is found otherwise. */
    Row indexed(Row row, S state) {
        return row;
    }

    /** What has to be done elsewhere in this state. */
    Change commands(S state) {
        return Change.none();
    }

    /** What consumers order the state's facts by. */
    abstract long order(S state);

    @Override
    public Optional<S> find(String userId) {
        return table.get(pattern.key(userId), type);
    }

    @Override
    public S decide(String userId, Function<Optional<S>, Decision<? extends S>> decision) {
        return table.retrying(() -> {
            Optional<S> before = find(userId);
            Decision<? extends S> decided = decision.apply(before);
            S after = decided.state();
            if (!before.equals(Optional.of(after))) {
                Row row = indexed(Row.of(pattern.key(userId), after), after);
                Row lasting = after.keptUntil().map(row::expires).orElse(row);
                Change change = before.isEmpty()
                        ? Change.none().create(lasting)
                        : Change.none().replace(lasting, before.get().version());
                table.commit(change.require(AuthUserService.MEMBER.key(userId), NOT_ERASED)
                        .and(commands(after))
                        .raiseAll(userId, order(after), decided.facts()));
            }
            return after;
        });
    }
}
