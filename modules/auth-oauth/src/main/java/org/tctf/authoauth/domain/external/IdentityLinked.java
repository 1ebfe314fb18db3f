package org.tctf.authoauth.domain.external;

/** An identity elsewhere has become a way into an account. */
public record IdentityLinked(String userId, String linkId, String provider) {}
