package org.tctf.cognito;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tctf.builtinidentity.ProviderTable;
import org.tctf.kernel.Problem;
import org.tctf.kernel.Unavailable;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Query;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;

/**
 * Takes away users whose account never came to be somebody's: the address was taken or registered again, the sign-up was
 * not confirmed, or a crash came between pool and table.
 *
 * <p>Each user is noted before it is made, and looked after once, two weeks later: by then an account is confirmed or has
 * expired. Each new sign-up looks after two old ones, so no schedule is needed and the pool never holds more than a
 * fortnight's leftovers for long.
 */
final class LeftOverUsers {
    static final Duration KEPT = Duration.ofDays(14);
    private static final int AT_ONCE = 2;

    record Noted(Instant madeAt, String accountId) {
        Key key() {
            return ProviderTable.USER_ELSEWHERE.key(madeAt, accountId);
        }
    }

    /** What matters here of an account. */
    record Account(State state) {
        record State(boolean confirmed) {}
    }

    private final ServiceTable table;
    private final PoolUsers users;
    private final InstantSource clock;

    LeftOverUsers(ServiceTable table, PoolUsers users, InstantSource clock) {
        this.table = table;
        this.users = users;
        this.clock = clock;
    }

    void expect(String accountId) {
        Noted user = new Noted(clock.instant(), accountId);
        table.commit(Change.none().put(Row.of(user.key(), user)));
    }

    /** Looks after the oldest; what does not work now, works at another sign-up. */
    void clear() {
        Query oldest = ProviderTable.USER_ELSEWHERE
                .query()
                .between("", clock.instant().minus(KEPT).toString())
                .limit(AT_ONCE);
        try {
            table.list(oldest, Noted.class).forEach(this::clear);
        } catch (Unavailable | Problem later) {
            return;
        }
    }

    private void clear(Noted user) {
        boolean isNeeded = table.get(ProviderTable.ACCOUNT.key(user.accountId()), Account.class)
                .map(account -> account.state().confirmed())
                .orElse(false);
        if (!isNeeded) {
            users.delete(user.accountId());
        }
        table.commit(Change.none().delete(user.key()));
    }
}
