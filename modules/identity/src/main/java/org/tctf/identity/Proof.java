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

    /** Whether nothing more is asked for after it. */
    public boolean isTwoFactors() {
        return this == PASSKEY;
    }
}
