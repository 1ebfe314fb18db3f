package org.tctf.authadmin.domain;

/** The account's life goes on. */
public record UserActivated(String userId) {}
