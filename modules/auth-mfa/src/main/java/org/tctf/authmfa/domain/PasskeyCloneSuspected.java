package org.tctf.authmfa.domain;

/** There are two of this passkey, so neither is accepted any more; sessions that a passkey had opened have ended. */
public record PasskeyCloneSuspected(String userId, String passkeyId) {}
