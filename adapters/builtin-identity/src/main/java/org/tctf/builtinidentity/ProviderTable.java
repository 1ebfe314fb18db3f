package org.tctf.builtinidentity;

import org.tctf.kernel.service.Criticality;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;

/**
 * The provider's own table. It is described like a service's, so that it gets the same store, limits, backups and table
 * browser, but it is no service: no routes, no facts.
 */
public final class ProviderTable {
    /** An account; its {@code confirmed} says whether it is somebody's. */
    public static final AccessPattern ACCOUNT =
            AccessPattern.main("an account with its password hash", "ACCOUNT#{accountId}", "ACCOUNT");

    /** For a keeper of passwords that has users of its own: those that may have been left over. */
    public static final AccessPattern USER_ELSEWHERE = AccessPattern.main(
            "users made in a directory, oldest first, until somebody has looked whether they are needed",
            "DIRECTORY",
            "USER#{madeAt}#{accountId}");

    static final AccessPattern ADDRESS =
            AccessPattern.main("the account of an e-mail address", "ADDRESS#{email}", "ACCOUNT");
    static final AccessPattern ATTEMPTS =
            AccessPattern.main("failed sign-ins with an address", "ADDRESS#{email}", "ATTEMPTS");
    static final AccessPattern OWN_ATTEMPTS = AccessPattern.main(
            "failed sign-ins with an address from a client that is known, or in a session",
            "ADDRESS#{email}",
            "ATTEMPTS#{counter}");
    static final AccessPattern KNOWN_CLIENTS =
            AccessPattern.main("clients that have signed in with an address, one item", "ADDRESS#{email}", "CLIENTS");
    static final AccessPattern SESSIONS =
            AccessPattern.main("the sessions of an account, one item", "ACCOUNT#{accountId}", "SESSIONS");
    static final AccessPattern REFRESH_TOKEN =
            AccessPattern.main("whose a refresh token is or was, by its hash", "REFRESH#{hash}", "TOKEN");
    static final AccessPattern ENDED = AccessPattern.main(
            "sessions ended while an access token may live", "ENDED", "SESSION#{endedAt}#{sessionId}");
    static final AccessPattern EVERYBODYS_END =
            AccessPattern.main("up to when everybody's sessions have ended, one item", "ENDED", "SESSION#EVERYBODY");
    static final AccessPattern KEY_RING =
            AccessPattern.main("the signing keys, public ones in clear, private ones sealed", "KEYS", "SIGNING");
    static final AccessPattern ADMINS =
            AccessPattern.main("who can administer the platform, one item", "ADMINS", "ADMINS");
    static final AccessPattern DEVICES =
            AccessPattern.main("the devices that an account trusts, one item", "ACCOUNT#{accountId}", "DEVICES");
    static final AccessPattern CHALLENGE =
            AccessPattern.main("a sign-in that waits for its second factor", "CHALLENGE#{hash}", "CHALLENGE");
    static final AccessPattern IDENTITY =
            AccessPattern.main("the account of an identity elsewhere", "IDENTITY#{hash}", "CLAIM");
    static final AccessPattern TICKET =
            AccessPattern.main("a proved identity that has no account yet", "TICKET#{hash}", "TICKET");
    static final AccessPattern SERVICE_KEY =
            AccessPattern.main("a service key, by its hash", "SERVICE-KEYS", "KEY#{hash}");
    static final AccessPattern SERVICE_KEY_USE =
            AccessPattern.main("when a service key was last used", "SERVICE-KEY-USES", "KEY#{keyId}");
    static final AccessPattern DECOY =
            AccessPattern.main("what costs as much as a real write, read by nobody", "DECOY#{number}", "DECOY");

    /** What the platform's wiring makes the table from. */
    public static final ServiceDefinition DEFINITION = ServiceDefinition.named("identity-provider")
            .summary("Keeps credentials, sessions and signing keys of the built-in identity provider.")
            .owner("identity")
            .criticality(Criticality.CRITICAL)
            .table(ACCOUNT, ADDRESS, ATTEMPTS, SESSIONS, REFRESH_TOKEN, ENDED, KEY_RING, DECOY, USER_ELSEWHERE)
            .table(OWN_ATTEMPTS, KNOWN_CLIENTS, EVERYBODYS_END)
            .table(ADMINS, DEVICES, CHALLENGE, IDENTITY, TICKET, SERVICE_KEY, SERVICE_KEY_USE)
            .encrypts(SigningKeys.PURPOSE)
            .decrypts(SigningKeys.PURPOSE)
            .limit("sessions of a member", SessionList.MAX)
            .limit("failed sign-ins before a lock", Attempts.MAX_FAILURES)
            .build();

    private ProviderTable() {}
}
