package org.tctf.builtinidentity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Password;
import org.tctf.identity.Passwords;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.crypto.Hashes;
import org.tctf.kernel.crypto.RandomSecrets;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;

/**
 * Checks passwords as their {@link PasswordKeeper} does, and locks addresses.
 *
 * <p>A try is counted as failed before it is made, and forgotten when it was right: however many guesses come at once,
 * in however many processes, five of them are compared and no more. An address without an account is compared with what
 * nobody's password is, at the same cost, and its failures are counted and locked the same.
 */
final class StoredPasswords implements Passwords {

    /**
     * Whose tries are counted together.
     *
     * @param own a client that is known, or a session; absent for everybody else
     */
    private record Counted(EmailAddress email, @Nullable String own) {

        Key key() {
            return own == null ? ProviderTable.ATTEMPTS.key(email) : ProviderTable.OWN_ATTEMPTS.key(email, own);
        }
    }

    /** A try that was counted; or, when it is locked, was not. */
    private record Try(Attempts before, Attempts after) {}

    private final ServiceTable table;
    private final StoredAccounts accounts;
    private final PasswordKeeper keeper;
    private final PasswordHistory history;
    private final Turnstile turnstile;
    private final InstantSource clock;
    private final RandomSecrets secrets;
    private final String nobodys;

    StoredPasswords(
            ServiceTable table,
            StoredAccounts accounts,
            PasswordKeeper keeper,
            PasswordHistory history,
            Turnstile turnstile,
            InstantSource clock,
            RandomSecrets secrets) {
        this.table = table;
        this.accounts = accounts;
        this.keeper = keeper;
        this.history = history;
        this.turnstile = turnstile;
        this.clock = clock;
        this.secrets = secrets;
        this.nobodys = keeper.nobodys();
    }

    @Override
    public Check check(EmailAddress email, Password password, @Nullable String knownClient) {
        return turnstile.pass(() -> {
            String own = known(email).counterOf(knownClient, clock.instant());
            return check(new Counted(email, own), accounts.row(email), password);
        });
    }

    @Override
    public Check check(String accountId, Password password, String sessionId) {
        return turnstile.pass(() -> accounts.row(accountId)
                .map(account -> check(new Counted(account.email(), sessionId), Optional.of(account), password))
                .orElseGet(() -> new Check.Wrong(null, 0, null)));
    }

    @Override
    public Optional<String> greet(EmailAddress email, @Nullable String knownClient) {
        return table.retrying(() -> {
            KnownClients before = known(email);
            Instant now = clock.instant();
            if (before.counterOf(knownClient, now) != null) {
                return Optional.empty();
            }
            String secret = secrets.next();
            Row row = Row.of(ProviderTable.KNOWN_CLIENTS.key(email), before.with(secret, now))
                    .expires(now.plus(KNOWN));
            table.commit(
                    before.version() == 0
                            ? Change.none().create(row)
                            : Change.none().replace(row, before.version()));
            return Optional.of(secret);
        });
    }

    private KnownClients known(EmailAddress email) {
        return table.get(ProviderTable.KNOWN_CLIENTS.key(email), KnownClients.class)
                .orElse(KnownClients.NONE);
    }

    private Check check(Counted counted, Optional<AccountRow> account, Password password) {
        Try one = count(counted);
        Instant lockedUntil = one.before().lockedUntil();
        if (lockedUntil != null && one.before().isLockedAt(clock.instant())) {
            return new Check.Locked(lockedUntil, idOf(account));
        }
        if (!matches(counted, account, password, one) || account.isEmpty()) {
            return new Check.Wrong(
                    idOf(account), one.after().left(), one.after().lockedUntil());
        }
        return right(account.get(), password, counted);
    }

    @Override
    public Replacement replace(String accountId, Password password, @Nullable String keptSession) {
        return accounts.row(accountId)
                .map(account -> turnstile.pass(() -> replace(account, password, keptSession)))
                .orElseGet(Replacement.NoSuchAccount::new);
    }

    private Replacement replace(AccountRow account, Password password, @Nullable String keptSession) {
        if (history.has(account, password)) {
            return new Replacement.UsedBefore();
        }
        String hash = keeper.replace(account.id(), password);
        return accounts.replacePassword(
                account.id(),
                hash,
                history.hash(hash, password),
                entry -> !entry.id().equals(keptSession));
    }

    private boolean matches(Counted counted, Optional<AccountRow> account, Password password, Try one) {
        try {
            String hash = account.map(AccountRow::passwordHash).orElse(null);
            String whose = account.map(AccountRow::id)
                    .orElseGet(() -> "nobody-" + Hashes.sha256(counted.email().value()));
            boolean isRight = keeper.matches(whose, Objects.requireNonNullElse(hash, nobodys), password);
            return isRight && hash != null;
        } catch (RuntimeException notCompared) {
            withdraw(counted, one);
            throw notCompared;
        }
    }

    private Check right(AccountRow account, Password password, Counted counted) {
        table.commit(Change.none().delete(counted.key()));
        if (!account.confirmed()) {
            return new Check.NotConfirmed(account.id());
        }
        if (!account.enabled()) {
            return new Check.Disabled(account.id());
        }
        if (!account.active()) {
            return new Check.Inactive(account.id());
        }
        if (account.passwordHash() != null && keeper.isOutdated(account.passwordHash())) {
            renew(account, password);
        }
        return new Check.Right(account.account());
    }

    /** Only now is the password at hand to be kept as we keep it today. */
    private void renew(AccountRow account, Password password) {
        AccountRow renewed = account.withHash(keeper.replace(account.id(), password));
        try {
            table.commit(Change.none().replace(renewed.row(clock.instant()), account.version()));
        } catch (ConditionFailed changedMeanwhile) {
            // The old hash stays good; the next sign-in tries again.
            return;
        }
    }

    /**
     * Of any number at once only five can win before the address is locked, so whoever has lost that often learns that it
     * is; some more may lose against members who forget their failures by the right password.
     */
    private Try count(Counted counted) {
        for (int lost = 0; lost < 2 * Attempts.MAX_FAILURES; lost++) {
            Attempts before = table.get(counted.key(), Attempts.class).orElse(Attempts.NONE);
            Instant now = clock.instant();
            if (before.isLockedAt(now)) {
                return new Try(before, before);
            }
            Attempts after = before.failedAt(now);
            Row row = row(counted, after);
            try {
                table.commit(
                        before.version() == 0
                                ? Change.none().create(row)
                                : Change.none().replace(row, before.version()));
                return new Try(before, after);
            } catch (ConditionFailed othersTried) {
                continue;
            }
        }
        throw PasswordKeeper.busy();
    }

    /** Nobody is locked because passwords could not be compared. */
    private void withdraw(Counted counted, Try one) {
        Row row = row(counted, one.after().withdrawn(one.before()));
        try {
            table.commit(Change.none().replace(row, one.after().version()));
        } catch (RuntimeException othersTried) {
            // It stays counted; the failure that brought us here is what the caller has to hear of.
            return;
        }
    }

    private static Row row(Counted counted, Attempts attempts) {
        return Row.of(counted.key(), attempts).expires(attempts.lastAt().plus(Attempts.LOCK));
    }

    private static @Nullable String idOf(Optional<AccountRow> account) {
        return account.map(AccountRow::id).orElse(null);
    }
}
