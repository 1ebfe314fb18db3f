package org.tctf.authpassword.adapter.store;

import static org.tctf.authpassword.AuthPasswordService.REPLACEMENT;
import static org.tctf.authpassword.AuthPasswordService.RESET;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.tctf.authpassword.AuthPasswordService;
import org.tctf.authpassword.application.FinishReplacement;
import org.tctf.authpassword.application.Replacements;
import org.tctf.authpassword.domain.PasswordChanged;
import org.tctf.authpassword.domain.PasswordReset;
import org.tctf.authpassword.domain.Replacement;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.ServiceTables;

/** What is being replaced, one item an account: the last who begins is the one whose end is announced. */
@Singleton
public class TableReplacements implements Replacements {
    private static final Duration REQUEST_IS_OVER = Duration.ofMinutes(1);

    private final ServiceTable table;
    private final InstantSource clock;

    public TableReplacements(ServiceTables tables, InstantSource clock) {
        table = tables.of(AuthPasswordService.DEFINITION);
        this.clock = clock;
    }

    @Override
    public void begin(Replacement replacement) {
        table.commit(Change.none()
                .put(Row.of(key(replacement), replacement))
                .enqueue(new FinishReplacement(replacement.accountId(), replacement.startedAt()), REQUEST_IS_OVER));
    }

    @Override
    public Optional<Replacement> find(String accountId, Instant startedAt) {
        return table.get(REPLACEMENT.key(accountId), Replacement.class)
                .filter(replacement -> replacement.startedAt().equals(startedAt));
    }

    @Override
    public void done(Replacement replacement, List<String> endedSessions) {
        String account = replacement.accountId();
        String reset = replacement.resetId();
        Change change = Change.none().delete(key(replacement), itself(replacement));
        if (reset != null) {
            change = change.delete(RESET.key(reset)).raise(account, clock.millis(), new PasswordReset(account));
        }
        end(change.raise(account, clock.millis(), new PasswordChanged(account, endedSessions)));
    }

    @Override
    public void undone(Replacement replacement) {
        end(Change.none().delete(key(replacement), itself(replacement)));
    }

    private void end(Change change) {
        try {
            table.commit(change);
        } catch (ConditionFailed endedByAnother) {
            // Announced already, or a later replacement of the same account will announce both.
            return;
        }
    }

    private static Condition itself(Replacement replacement) {
        return Condition.equal("startedAt", replacement.startedAt());
    }

    private static Key key(Replacement replacement) {
        return REPLACEMENT.key(replacement.accountId());
    }
}
