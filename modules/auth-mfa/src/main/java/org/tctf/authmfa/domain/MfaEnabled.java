package org.tctf.authmfa.domain;

/** No single factor opens a session of this account any more. */
public record MfaEnabled(String userId) {}
