package org.tctf.authadmin.domain;

/** The account has one role less. */
public record RoleRevoked(String userId, GrantableRole role) {}
