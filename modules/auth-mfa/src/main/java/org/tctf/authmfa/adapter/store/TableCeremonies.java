package org.tctf.authmfa.adapter.store;

import static org.tctf.authmfa.AuthMfaService.CEREMONY;
import static org.tctf.authmfa.AuthMfaService.SIGN_IN;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.authmfa.AuthMfaService;
import org.tctf.authmfa.application.Ceremonies;
import org.tctf.authmfa.domain.Ceremony;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** A member's ceremony lies with the member, one of a kind; that of a sign-in, where nobody is known yet, by its challenge. */
@Singleton
public class TableCeremonies implements Ceremonies {

    private final ServiceTable table;
    private final InstantSource clock;

    public TableCeremonies(ServiceTables tables, InstantSource clock) {
        table = tables.of(AuthMfaService.DEFINITION);
        this.clock = clock;
    }

    @Override
    public void begin(Ceremony ceremony) {
        Key key = key(ceremony.kind(), ceremony.userId(), ceremony.challenge());
        table.commit(Change.none().put(Row.of(key, ceremony).expires(ceremony.until())));
    }

    @Override
    public boolean end(Ceremony.Kind kind, @Nullable String userId, String challenge) {
        Key key = key(kind, userId, challenge);
        boolean isLive = table.get(key, Ceremony.class)
                .filter(ceremony -> clock.instant().isBefore(ceremony.until()))
                .isPresent();
        if (!isLive) {
            return false;
        }
        try {
            table.commit(Change.none().delete(key, Condition.equal("challenge", challenge)));
            return true;
        } catch (ConditionFailed lost) {
            if (lost.key().equals(key)) {
                return false;
            }
            throw lost;
        }
    }

    private static Key key(Ceremony.Kind kind, @Nullable String userId, String challenge) {
        return userId == null ? SIGN_IN.key(challenge) : CEREMONY.key(userId, kind);
    }
}
