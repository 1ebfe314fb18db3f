package org.tctf.authadmin.domain;

/** What an act does to an account. */
public enum Measure {
    ENABLE,
    DISABLE,
    ACTIVATE,
    DEACTIVATE,
    GRANT_ROLE,
    REVOKE_ROLE,
    APPOINT_FIRST_ADMIN
}
