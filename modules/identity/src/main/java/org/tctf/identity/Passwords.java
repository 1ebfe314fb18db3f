package org.tctf.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;

/** Passwords: checked and set, never read. */
public interface Passwords {
    /** How many of an account's passwords, the present one included, may not be its next. */
    int REMEMBERED = 5;

    /** How a check ended. Only the first says anything to the caller about the account. */
    sealed interface Check {

        /** It was right; nothing is open yet: {@link SignIns#begin} follows. */
        record Right(Account account) implements Check {}

        /** It was right, but the address is not confirmed. */
        record NotConfirmed(String accountId) implements Check {}

        /** It was right, but the account is disabled. */
        record Disabled(String accountId) implements Check {}

        /** It was right, but the account is deactivated. */
        record Inactive(String accountId) implements Check {}

        /**
         * It was wrong, or there is no such account.
         *
         * @param accountId whose password it was not; for our records, never for the answer
         * @param attemptsLeft until a lock; only for somebody who has proved otherwise that the account is theirs
         * @param locksUntil how long the address is locked, if this was the one too many
         */
        record Wrong(
                @Nullable String accountId,
                int attemptsLeft,
                @Nullable Instant locksUntil) implements Check {}

        /**
         * Too many were wrong; nothing is checked before that time, whether or not there is such an account.
         *
         * @param accountId whose it is, if anybody's; for our records, never for the answer
         */
        record Locked(Instant until, @Nullable String accountId) implements Check {}
    }

    /**
     * Checks one. The fifth wrong one in a row locks the address for 15 minutes, for all clients but those that have a
     * secret of {@link #greet}: each of them is counted and locked by itself, so that strangers' guesses do not shut the
     * owner out. Costs the same whether or not the address has an account, and never more than the provider's share of
     * the machine: it may wait for its turn.
     *
     * @param knownClient the secret that {@link #greet} gave to this client, if it did
     * @throws org.tctf.kernel.Problem {@code UNAVAILABLE} kind, when too many wait already
     */
    Check check(EmailAddress email, Password password, @Nullable String knownClient);

    /** As a client that nobody knows. */
    default Check check(EmailAddress email, Password password) {
        return check(email, password, null);
    }

    /**
     * Checks the password of somebody who is signed in, as {@link #check(EmailAddress, Password, String)} does: answered
     * alike, and counted and locked for their session by itself. An account without a password has no right one.
     */
    Check check(String accountId, Password password, String sessionId);

    /** How long a client is known. */
    Duration KNOWN = Duration.ofDays(180);

    /** Clients of one address; more push out the oldest. */
    int MAX_KNOWN = 20;

    /**
     * Knows a client from now on that has brought the right password.
     *
     * @param knownClient what it had
     * @return a secret for it to keep, of which only the hash is kept; empty when it is known already
     */
    Optional<String> greet(EmailAddress email, @Nullable String knownClient);

    /** How a replacement ended. */
    sealed interface Replacement {

        /** @param endedSessions ids of those that ended with the old password */
        record Replaced(List<String> endedSessions) implements Replacement {}

        /** It is, or was, one of the account's last {@value #REMEMBERED}; nothing was changed. */
        record UsedBefore() implements Replacement {}

        record NoSuchAccount() implements Replacement {}
    }

    /**
     * Replaces the account's password, or gives it its first, and ends its sessions, in one transaction. Failed sign-ins
     * are forgotten: whoever may replace a password has proved more than by knowing it.
     *
     * @param keptSession the session that goes on, of whoever asked for this
     */
    Replacement replace(String accountId, Password password, @Nullable String keptSession);
}
