package org.tctf.authmfa.domain;

import java.time.Instant;

/** Too many wrong codes in a row; once for each lock. */
public record SecondFactorLocked(String userId, Instant until) {}
