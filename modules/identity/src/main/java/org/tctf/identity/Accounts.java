package org.tctf.identity;

import org.tctf.kernel.EmailAddress;

/**
 * The accounts. An address that nobody has confirmed yet belongs to nobody: whoever registers it last has the account,
 * and the one before is void. So nobody can keep a stranger's address, and nobody confirms an account whose password
 * somebody else set before.
 */
public interface Accounts {

    /** How a registration ended. */
    sealed interface Registration {

        /** A new account, not confirmed; no other unconfirmed account of this address is left. */
        record Registered(String accountId) implements Registration {}

        /** The address has a confirmed account; nothing was changed. */
        record AddressTaken(String accountId) implements Registration {}
    }

    /** How a confirmation ended. */
    enum Confirmation {
        /** The account is confirmed, now or since before. */
        CONFIRMED,
        /** There is no such account any more: its address was registered again. */
        VOID
    }

    /** Takes the same time whether or not the address has an account. */
    Registration register(EmailAddress email, Password password);

    /** The address is its owner's. */
    Confirmation confirm(String accountId);

    /** Lets the account sign in again. Nothing happens to an unknown account. */
    void enable(String accountId);

    /** No sign-in and no refresh any more, and all sessions end. Nothing happens to an unknown account. */
    void disable(String accountId);
}
