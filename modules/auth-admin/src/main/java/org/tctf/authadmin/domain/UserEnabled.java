package org.tctf.authadmin.domain;

/** The account may be used again. */
public record UserEnabled(String userId) {}
