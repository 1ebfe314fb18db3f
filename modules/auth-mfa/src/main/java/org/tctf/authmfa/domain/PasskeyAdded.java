package org.tctf.authmfa.domain;

/** One more way into this account. */
public record PasskeyAdded(String userId, String passkeyId) {}
