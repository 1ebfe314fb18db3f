package org.tctf.authmfa.adapter.web;

/** Sizes of what requests carry. */
final class Limits {
    static final int CHALLENGE = 100;
    /** As the app shows it. */
    static final String TOTP = "^[0-9]{6}$";

    /** Ten letters, however they are grouped. */
    static final String BACKUP_CODE = "^[0-9A-Za-z](?:[ -]?[0-9A-Za-z]){9}$";

    static final String TEMPORARY_CODE = "^[0-9]{8}$";
    static final int NAME = 50;
    /** A credential's id has 1,023 bytes at most (WebAuthn §4). */
    static final int CREDENTIAL_ID = 1400;

    static final int SMALL_BYTES = 2000;
    static final int ATTESTATION = 10_000;

    private Limits() {}
}
