package org.tctf.usermanagement.domain;

/** What kind of account a member has. */
public enum Plan {
    INDIVIDUAL,
    GROUP,
    ORGANIZATION
}
