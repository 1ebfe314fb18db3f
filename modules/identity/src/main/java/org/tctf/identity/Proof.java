package org.tctf.identity;

/** What somebody proved who they are with. */
public enum Proof {
    PASSWORD,
    /** An identity elsewhere. */
    EXTERNAL_IDENTITY,
    /** With user verification, so it is two factors in one: the device, and who may use it. */
    PASSKEY,
    TOTP,
    BACKUP_CODE,
    TEMPORARY_BACKUP_CODE;

    /**
     * Whether a session that it is a part of may bear the roles that need a second factor. A mailed code is none of those:
     * a mailbox also resets the password (NIST SP 800-63B §5.1.3.1 takes no e-mail).
     */
    public boolean isStrong() {
        return this == PASSKEY || this == TOTP || this == BACKUP_CODE;
    }

    /** Whether nothing more is asked for after it. */
    public boolean isTwoFactors() {
        return this == PASSKEY;
    }
}
