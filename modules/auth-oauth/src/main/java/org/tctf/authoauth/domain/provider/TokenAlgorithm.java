package org.tctf.authoauth.domain.provider;

/** What an id token is signed with. Every relying party knows RS256 (OpenID Connect Core §15.1). */
public enum TokenAlgorithm {
    RS256,
    ES256
}
