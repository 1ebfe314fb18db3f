package org.tctf.authadmin.domain;

/** The account may not be used any more. */
public record UserDisabled(String userId) {}
