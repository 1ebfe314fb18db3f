package org.tctf.authmfa.domain;

/** What a typed code is one of. */
public enum CodeKind {
    TOTP,
    BACKUP_CODE,
    TEMPORARY_BACKUP_CODE
}
