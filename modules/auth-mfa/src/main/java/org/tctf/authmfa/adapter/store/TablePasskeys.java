package org.tctf.authmfa.adapter.store;

import static org.tctf.authmfa.AuthMfaService.CREDENTIAL;
import static org.tctf.authmfa.AuthMfaService.PASSKEYS;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.tctf.authmfa.AuthMfaService;
import org.tctf.authmfa.application.Passkeys;
import org.tctf.authmfa.domain.Passkey;
import org.tctf.authmfa.domain.PasskeyRing;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Problem;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** All passkeys of a member are one item, so that there are never more than ten; each credential's id is claimed by another. */
@Singleton
public class TablePasskeys implements Passkeys {

    private record Claim(String userId) {}

    private final ServiceTable table;
    private final InstantSource clock;

    public TablePasskeys(ServiceTables tables, InstantSource clock) {
        table = tables.of(AuthMfaService.DEFINITION);
        this.clock = clock;
    }

    @Override
    public PasskeyRing of(String userId) {
        return table.get(PASSKEYS.key(userId), PasskeyRing.class).orElseGet(() -> PasskeyRing.of(userId));
    }

    @Override
    public PasskeyRing decide(String userId, Function<PasskeyRing, Decision<PasskeyRing>> decision) {
        return table.retrying(() -> {
            PasskeyRing before = of(userId);
            Decision<PasskeyRing> decided = decision.apply(before);
            commit(before, decided);
            return decided.state();
        });
    }

    private void commit(PasskeyRing before, Decision<PasskeyRing> decided) {
        PasskeyRing after = decided.state();
        Row row = Row.of(PASSKEYS.key(after.userId()), after);
        Change change = before.version() == 0
                ? Change.none().create(row)
                : Change.none().replace(row, before.version());
        for (String id : idsOf(before, after)) {
            change = change.delete(CREDENTIAL.key(id));
        }
        List<String> added = idsOf(after, before);
        for (String id : added) {
            change = change.create(Row.of(CREDENTIAL.key(id), new Claim(after.userId())));
        }
        try {
            table.commit(change.raiseAll(after.userId(), clock.millis(), decided.facts()));
        } catch (ConditionFailed lost) {
            throw isClaim(lost.key(), added) ? alreadyRegistered() : lost;
        }
    }

    private static List<String> idsOf(PasskeyRing ring, PasskeyRing otherThan) {
        return ring.passkeys().stream()
                .map(Passkey::id)
                .filter(id -> otherThan.find(id).isEmpty())
                .toList();
    }

    private static boolean isClaim(Key key, List<String> ids) {
        return ids.stream().anyMatch(id -> CREDENTIAL.key(id).equals(key));
    }

    private static Problem alreadyRegistered() {
        return Problem.conflict(
                "PASSKEY_ALREADY_REGISTERED", "This passkey is registered already; have your device make another.");
    }
}
