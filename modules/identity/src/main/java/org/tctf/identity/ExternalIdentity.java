package org.tctf.identity;

/**
 * Who somebody is elsewhere (OpenID Connect Core §5.7: only issuer and subject together name an end-user for good; an
 * address does not).
 *
 * @param issuer an OpenID issuer's URL, or a fixed name for a provider that has none
 * @param subject at most 255 characters
 */
public record ExternalIdentity(String issuer, String subject) {}
