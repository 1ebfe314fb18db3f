package org.tctf.builtinidentity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Password;
import org.tctf.identity.Passwords;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;

/**
 * Passwords against the hashes in the provider's table.
 *
 * <p>The lock is looked at inside the turnstile, not before it: however many guesses come at once, no more of them run
 * past the fifth failure than the turnstile has places. An address without an account is checked against a hash that
 * nobody's password has, at the same cost, and its failures are counted and locked the same.
 */
final class StoredPasswords implements Passwords {
    private final ServiceTable table;
    private final StoredAccounts accounts;
    private final PasswordHashing hashing;
    private final Turnstile turnstile;
    private final InstantSource clock;
    private final String nobodysHash;

    StoredPasswords(
            ServiceTable table,
            StoredAccounts accounts,
            PasswordHashing hashing,
            Turnstile turnstile,
            InstantSource clock) {
        this.table = table;
        this.accounts = accounts;
        this.hashing = hashing;
        this.turnstile = turnstile;
        this.clock = clock;
        this.nobodysHash = hashing.nobodys();
    }

    @Override
    public Check check(EmailAddress email, Password password) {
        return turnstile.pass(() -> {
            Optional<AccountRow> account = accounts.find(email);
            Attempts attempts = attempts(email);
            Instant lockedUntil = attempts.lockedUntil();
            if (lockedUntil != null && attempts.isLockedAt(clock.instant())) {
                return new Check.Locked(lockedUntil, idOf(account));
            }
            String hash = account.map(AccountRow::passwordHash).orElse(nobodysHash);
            if (!hashing.matches(password, hash) || account.isEmpty()) {
                return new Check.Wrong(idOf(account), countFailure(email).lockedUntil());
            }
            return right(account.get(), password, attempts);
        });
    }

    @Override
    public void set(String accountId, Password password) {
        String hash = turnstile.pass(() -> hashing.hash(password));
        accounts.change(accountId, account -> account.withPasswordHash(hash));
    }

    private Check right(AccountRow account, Password password, Attempts attempts) {
        if (attempts.failures() > 0) {
            table.commit(Change.none().delete(key(account.email())));
        }
        if (!account.confirmed()) {
            return new Check.NotConfirmed(account.id());
        }
        if (!account.enabled()) {
            return new Check.Disabled(account.id());
        }
        if (hashing.isOutdated(account.passwordHash())) {
            rehash(account, password);
        }
        return new Check.Right(account.account());
    }

    /** Only now is the password at hand to be hashed as we hash today. */
    private void rehash(AccountRow account, Password password) {
        AccountRow renewed = account.withPasswordHash(hashing.hash(password));
        try {
            table.commit(Change.none().replace(renewed.row(clock.instant()), account.version()));
        } catch (ConditionFailed changedMeanwhile) {
            // The old hash stays good; the next sign-in tries again.
            return;
        }
    }

    private Attempts countFailure(EmailAddress email) {
        return table.retrying(() -> {
            Attempts before = attempts(email);
            Attempts after = before.failedAt(clock.instant());
            Row row = Row.of(key(email), after).expires(after.lastAt().plus(Attempts.LOCK));
            table.commit(
                    before.version() == 0
                            ? Change.none().create(row)
                            : Change.none().replace(row, before.version()));
            return after;
        });
    }

    private Attempts attempts(EmailAddress email) {
        return table.get(key(email), Attempts.class).orElse(Attempts.NONE);
    }

    private static Key key(EmailAddress email) {
        return ProviderTable.ATTEMPTS.key(email);
    }

    private static @Nullable String idOf(Optional<AccountRow> account) {
        return account.map(AccountRow::id).orElse(null);
    }
}
