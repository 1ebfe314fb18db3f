package org.tctf.identity;

import java.util.Optional;
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

    /** How a change of an account ended. What is so already, is done. */
    enum Outcome {
        DONE,
        NO_SUCH_ACCOUNT,
        /** Refused: nobody could administer the platform any more. Of two who try at once, one is refused. */
        LAST_ADMIN
    }

    /** How a move to another address ended. */
    sealed interface Move {

        /** The account has the new address, confirmed; the old one is free. */
        record Moved(EmailAddress from) implements Move {}

        /** The address has a confirmed account. */
        record AddressTaken() implements Move {}

        record NoSuchAccount() implements Move {}
    }

    /** Takes the same time whether or not the address has an account. */
    Registration register(EmailAddress email, Password password);

    /**
     * Makes an account of an address that an identity elsewhere has proved: confirmed at once, without a password, with
     * that identity as its way in, all in one transaction. Doing it again is harmless.
     *
     * @param accountId the new account's id, chosen by the caller
     * @return {@code AddressTaken} also when the identity is somebody's way in already
     */
    Registration admit(String accountId, EmailAddress email, ProvedIdentity identity);

    /**
     * Makes an account of somebody who had one elsewhere: confirmed at once, with the password whose hash was kept there.
     * At the first sign-in it is hashed as all others are. Doing it again is harmless.
     *
     * @param accountId the new account's id, chosen by the caller
     */
    Registration adopt(String accountId, EmailAddress email, ForeignHash hash);

    /** The address is its owner's. */
    Confirmation confirm(String accountId);

    Optional<Standing> find(String accountId);

    /** Reads as often for an address without an account as for one with. */
    Optional<Standing> find(EmailAddress email);

    /** Lets the account sign in again. */
    Outcome enable(String accountId);

    /** No sign-in and no refresh any more, and all sessions end. */
    Outcome disable(String accountId);

    /** Begins the account's life again. */
    Outcome activate(String accountId);

    /** Ends the account's life for now: no sign-in, no refresh, no sessions; nothing is forgotten. */
    Outcome deactivate(String accountId);

    /** From the next refresh on; everybody stays a MEMBER. */
    Outcome grant(String accountId, Role role);

    /**
     * Ends all sessions, since their tokens say what is no longer true.
     *
     * @param role not MEMBER
     */
    Outcome revoke(String accountId, Role role);

    /** Whether anybody can administer the platform: has the role, and may sign in. */
    boolean hasAdmin();

    /**
     * Makes the first ADMIN: only while nobody can administer the platform, and only of an account that may sign in. Of
     * two at once, one becomes it.
     *
     * @return whether the account can administer now, by this or since before
     */
    boolean appointFirstAdmin(String accountId);

    /** Whether nobody else could administer the platform. It may be so a moment later: {@link #erase} decides. */
    boolean isLastAdmin(String accountId);

    /** Gives the account another address, which its owner has proved; failed sign-ins with the old one are forgotten. */
    Move move(String accountId, EmailAddress to);

    /** Forgets the account with all it has; the address is free. Sessions end. */
    Outcome erase(String accountId);
}
