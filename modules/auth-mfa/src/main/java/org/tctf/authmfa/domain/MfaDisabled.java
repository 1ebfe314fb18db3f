package org.tctf.authmfa.domain;

/** One factor is enough again; no device is trusted, no code good any more. */
public record MfaDisabled(String userId) {}
