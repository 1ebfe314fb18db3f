package org.tctf.identity;

/**
 * Port: where credentials, sessions and signing keys live, for the six auth services only. The embedded twin is the
 * built-in provider, the distributed one Amazon Cognito.
 *
 * <p>What a caller can act on is a value; only faults are exceptions. Every write is durable when it returns. Codes,
 * mails and what a second factor is are not here: they belong to the auth services. Whether an account needs one is, so
 * that it holds for the very next sign-in. Where Cognito lacks something of this (five sessions, families, a lock of 15 minutes), its adapter keeps it in a
 * table of its own.
 */
public interface IdentityProvider {

    /** Who may have credentials, and whether they may use them. */
    Accounts accounts();

    /** What proves that somebody is who an account is for. */
    Passwords passwords();

    /** The one way to a session: here it is decided whether one factor is enough. */
    SignIns signIns();

    /** Whose sign-ins need a second factor. */
    SecondFactors secondFactors();

    /** Identities elsewhere that are ways into an account. */
    ExternalIdentities externalIdentities();

    /** Who is signed in. */
    Sessions sessions();

    /** Keys with which programs call us. */
    ServiceKeys serviceKeys();

    /** The public keys that prove our access tokens, a JWK Set (RFC 7517 §5) as JSON, retired ones included while needed. */
    String publicKeys();
}
