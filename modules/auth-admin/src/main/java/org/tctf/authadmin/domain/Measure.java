package org.tctf.authadmin.domain;

/** What an act does to an account, or to all. */
public enum Measure {
    ENABLE,
    DISABLE,
    ACTIVATE,
    DEACTIVATE,
    GRANT_ROLE,
    REVOKE_ROLE,
    END_SESSIONS,
    END_EVERYBODYS_SESSIONS,
    APPOINT_FIRST_ADMIN
}
