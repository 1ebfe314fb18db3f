package org.tctf.authcore.application;

import jakarta.inject.Singleton;
import org.tctf.identity.IdentityProvider;

/** Shows the keys with which others can prove our access tokens. */
@Singleton
public class PublishKeys {
    private final IdentityProvider identity;

    public PublishKeys(IdentityProvider identity) {
        this.identity = identity;
    }

    /** A JWK Set (RFC 7517 §5), as JSON. */
    public String json() {
        return identity.publicKeys();
    }
}
