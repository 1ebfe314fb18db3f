package org.tctf.identity;

/** What a caller may be on the whole platform; rights on single resources are decided in the domain. */
public enum Role {
    MEMBER,
    MODERATOR,
    STAFF,
    ADMIN
}
