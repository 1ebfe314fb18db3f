package org.tctf.authoauth.domain.provider;

/** A member has taken back what they let an application do; it can do nothing of it any more. */
public record ConsentRevoked(String userId, String clientId) {}
