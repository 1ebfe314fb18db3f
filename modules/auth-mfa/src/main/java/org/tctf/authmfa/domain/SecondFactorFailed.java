package org.tctf.authmfa.domain;

/** A code was refused. */
public record SecondFactorFailed(String userId, CodeKind factor, int attemptsLeft) {}
