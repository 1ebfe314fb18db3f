package org.tctf.authadmin.domain;

/** The role that somebody is looked for by; MEMBER: those who have no other. */
public enum WantedRole {
    MEMBER,
    MODERATOR,
    STAFF,
    ADMIN
}
