package org.tctf.authpassword.adapter.store;

import static org.tctf.authpassword.AuthPasswordService.LAST_OF_ADDRESS;
import static org.tctf.authpassword.AuthPasswordService.RESET;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.tctf.authpassword.AuthPasswordService;
import org.tctf.authpassword.application.Resets;
import org.tctf.authpassword.domain.RequestedReset;
import org.tctf.authpassword.domain.Reset;
import org.tctf.kernel.Decision;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** Resets as items; one for each address and hour, by a condition on the address's item. */
@Singleton
public class TableResets implements Resets {

    record Last(String resetId, Instant requestedAt) {}

    private final ServiceTable table;

    public TableResets(ServiceTables tables) {
        table = tables.of(AuthPasswordService.DEFINITION);
    }

    @Override
    public Optional<Instant> lastRequestedWith(EmailAddress email) {
        return table.get(LAST_OF_ADDRESS.key(email), Last.class).map(Last::requestedAt);
    }

    @Override
    public Optional<String> newestOf(EmailAddress email) {
        return table.get(LAST_OF_ADDRESS.key(email), Last.class).map(Last::resetId);
    }

    @Override
    public boolean add(Decision<RequestedReset> requested, Optional<Instant> last) {
        RequestedReset reset = requested.state();
        Key address = LAST_OF_ADDRESS.key(reset.email());
        Condition unchanged =
                last.map(then -> Condition.equal("requestedAt", then)).orElse(Condition.absent());
        try {
            table.commit(Change.none()
                    .create(row(reset))
                    .put(
                            Row.of(address, new Last(reset.id(), reset.requestedAt()))
                                    .expires(reset.expiresAt()),
                            unchanged)
                    .raiseAll(reset.id(), reset.version(), requested.facts()));
            return true;
        } catch (ConditionFailed lost) {
            if (lost.key().equals(address)) {
                return false;
            }
            throw lost;
        }
    }

    @Override
    public Reset find(String resetId) {
        return table.get(RESET.key(resetId), Reset.class).orElseThrow(Reset::notFound);
    }

    @Override
    public Reset decide(String resetId, Function<Reset, Decision<? extends Reset>> decision) {
        return table.retrying(() -> {
            Reset before = find(resetId);
            Decision<? extends Reset> decided = decision.apply(before);
            Reset after = decided.state();
            table.commit(Change.none()
                    .replace(row(after), before.version())
                    .raiseAll(resetId, after.version(), decided.facts()));
            return after;
        });
    }

    private static Row row(Reset reset) {
        return Row.of(RESET.key(reset.id()), reset).expires(reset.expiresAt());
    }
}
