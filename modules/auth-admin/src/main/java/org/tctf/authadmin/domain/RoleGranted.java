package org.tctf.authadmin.domain;

/** The account has one more role. */
public record RoleGranted(String userId, GrantableRole role) {}
