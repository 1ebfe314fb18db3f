package org.tctf.authoauth.adapter.store.external;

import static org.tctf.authoauth.AuthOauthService.ATTEMPT;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.tctf.authoauth.AuthOauthService;
import org.tctf.authoauth.application.external.Attempts;
import org.tctf.authoauth.domain.external.Attempt;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** Attempts under the hash of their state. */
@Singleton
public class TableAttempts implements Attempts {
    private final ServiceTable table;
    private final InstantSource clock;

    public TableAttempts(ServiceTables tables, InstantSource clock) {
        table = tables.of(AuthOauthService.DEFINITION);
        this.clock = clock;
    }

    @Override
    public void keep(String state, Attempt attempt) {
        table.commit(Change.none().create(Row.of(key(state), attempt).expires(attempt.until())));
    }

    @Override
    public Optional<Attempt> take(String state) {
        return table.get(key(state), Attempt.class)
                .filter(_ -> isDeleted(state))
                .filter(attempt -> clock.instant().isBefore(attempt.until()));
    }

    private boolean isDeleted(String state) {
        try {
            table.commit(Change.none().delete(key(state), Condition.present()));
            return true;
        } catch (ConditionFailed taken) {
            return false;
        }
    }

    private static Key key(String state) {
        return ATTEMPT.key(Hashes.sha256(state));
    }
}
