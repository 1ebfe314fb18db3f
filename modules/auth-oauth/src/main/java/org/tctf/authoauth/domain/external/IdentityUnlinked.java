package org.tctf.authoauth.domain.external;

/** An identity elsewhere is no way into an account any more. */
public record IdentityUnlinked(String userId, String linkId, String provider) {}
