package org.tctf.authmfa.domain;

/** Its member does not want this passkey any more. */
public record PasskeyRemoved(String userId, String passkeyId) {}
