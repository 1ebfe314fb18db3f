package org.tctf.authadmin.domain;

/** The roles that come and go; everybody with an account is a MEMBER. */
public enum GrantableRole {
    MODERATOR,
    STAFF,
    ADMIN
}
