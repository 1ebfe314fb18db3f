package org.tctf.authmfa.adapter.store;

import static org.tctf.authmfa.AuthMfaService.SECOND_FACTOR;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import org.tctf.authmfa.AuthMfaService;
import org.tctf.authmfa.application.Factors;
import org.tctf.authmfa.application.FinishFactor;
import org.tctf.authmfa.domain.Disabling;
import org.tctf.authmfa.domain.Enabling;
import org.tctf.authmfa.domain.Ruling;
import org.tctf.authmfa.domain.SecondFactor;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** A second factor is one item, so that of guesses in parallel one at a time is tried. */
@Singleton
public class TableFactors implements Factors {
    /** By then the request that began it has finished it, or never will. */
    private static final Duration REQUEST_IS_OVER = Duration.ofSeconds(5);

    private final ServiceTable table;
    private final InstantSource clock;

    public TableFactors(ServiceTables tables, InstantSource clock) {
        table = tables.of(AuthMfaService.DEFINITION);
        this.clock = clock;
    }

    @Override
    public SecondFactor of(String userId) {
        return table.get(SECOND_FACTOR.key(userId), SecondFactor.class).orElseGet(() -> SecondFactor.of(userId));
    }

    @Override
    public <R> R decide(String userId, Function<SecondFactor, Ruling<R>> decision) {
        return table.retrying(() -> {
            SecondFactor before = of(userId);
            Ruling<R> ruling = decision.apply(before);
            if (!ruling.state().equals(before)) {
                table.commit(change(before, ruling));
            }
            return ruling.answer();
        });
    }

    private Change change(SecondFactor before, Ruling<?> ruling) {
        SecondFactor after = ruling.state();
        Row row = Row.of(SECOND_FACTOR.key(after.userId()), after);
        Change written = before.version() == 0
                ? Change.none().create(row)
                : Change.none().replace(row, before.version());
        boolean begins =
                after.getClass() != before.getClass() && (after instanceof Enabling || after instanceof Disabling);
        Change change = begins ? written.enqueue(new FinishFactor(after.userId()), REQUEST_IS_OVER) : written;
        return change.raiseAll(after.userId(), clock.millis(), ruling.facts());
    }
}
