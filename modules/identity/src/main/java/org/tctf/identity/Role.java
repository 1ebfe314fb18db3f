package org.tctf.identity;

/** What a caller may be on the whole platform; rights on single resources are decided in the domain. */
public enum Role {
    MEMBER,
    MODERATOR,
    STAFF,
    ADMIN;

    /** Whether who has this role may do all that the other may: administrators do what staff do. */
    public boolean includes(Role other) {
        return this == other || (this == ADMIN && other == STAFF);
    }

    /** Whether it is in no token of a session that one factor opened (ADR 34). */
    public boolean needsSecondFactor() {
        return this == STAFF || this == ADMIN;
    }
}
