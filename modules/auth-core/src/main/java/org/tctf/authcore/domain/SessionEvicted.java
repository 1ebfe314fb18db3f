package org.tctf.authcore.domain;

/** A sixth session has pushed out the oldest. */
public record SessionEvicted(String userId, String sessionId) {}
