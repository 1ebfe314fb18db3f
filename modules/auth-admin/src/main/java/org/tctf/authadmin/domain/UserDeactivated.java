package org.tctf.authadmin.domain;

/** The account's life has ended for now. */
public record UserDeactivated(String userId) {}
