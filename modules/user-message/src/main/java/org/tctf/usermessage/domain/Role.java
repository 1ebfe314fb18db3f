package org.tctf.usermessage.domain;

/** What somebody may do in a group; in a direct conversation both are members. */
public enum Role {
    /** One in each group: gives roles, removes anybody. */
    OWNER,
    /** Renames, adds, removes members, deletes others' messages. */
    ADMIN,
    MEMBER
}
