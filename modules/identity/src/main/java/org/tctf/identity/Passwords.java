package org.tctf.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;

/** Passwords: checked and set, never read. */
public interface Passwords {

    /** How a check ended. Only the first says anything to the caller about the account. */
    sealed interface Check {

        /** It was right; nothing is open yet: a second factor may follow, then {@link Sessions#open}. */
        record Right(Account account) implements Check {}

        /** It was right, but the address is not confirmed. */
        record NotConfirmed(String accountId) implements Check {}

        /** It was right, but the account is disabled. */
        record Disabled(String accountId) implements Check {}

        /**
         * It was wrong, or there is no such account.
         *
         * @param accountId whose password it was not; for our records, never for the answer
         * @param locksUntil how long the address is locked, if this was the one too many
         */
        record Wrong(@Nullable String accountId, @Nullable Instant locksUntil) implements Check {}

        /**
         * Too many were wrong; nothing is checked before that time, whether or not there is such an account.
         *
         * @param accountId whose it is, if anybody's; for our records, never for the answer
         */
        record Locked(Instant until, @Nullable String accountId) implements Check {}
    }

    /**
     * Checks one. The fifth wrong one in a row locks the address for 15 minutes. Costs the same whether or not the
     * address has an account, and never more than the provider's share of the machine: it may wait for its turn.
     *
     * @throws org.tctf.kernel.Problem {@code UNAVAILABLE} kind, when too many wait already
     */
    Check check(EmailAddress email, Password password);

    /** Replaces the account's password. Sessions stay; whoever calls this ends those that should not. */
    void set(String accountId, Password password);
}
