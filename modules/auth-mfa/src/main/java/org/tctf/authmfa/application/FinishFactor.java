package org.tctf.authmfa.application;

/** Command to our own queue: {@link SettleFactor}, should the request that began it have died. */
public record FinishFactor(String userId) {}
