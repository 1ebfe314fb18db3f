package org.tctf.authmfa.adapter.web;

/** Sizes of what requests carry. */
final class Limits {
    static final int CHALLENGE = 100;
    /** As the app shows it. */
    static final String TOTP = "^[0-9]{6}$";

    /** 24 letters, however they are grouped. */
    static final String BACKUP_CODE = "^[0-9A-Za-z](?:[ -]?[0-9A-Za-z]){23}$";

    static final String TEMPORARY_CODE = "^[0-9]{8}$";
    /** Raw characters: normalisation may make 128 of up to four times as many. */
    static final int PASSWORD = 512;

    static final int NAME = 50;
    /** A credential's id has 1,023 bytes at most (WebAuthn §4). */
    static final int CREDENTIAL_ID = 1400;

    static final int SMALL_BYTES = 2000;
    static final int ATTESTATION = 10_000;

    private Limits() {}
}
