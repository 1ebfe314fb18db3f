package org.tctf.authadmin.application;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.ServiceKey;

/** The keys that are good now. */
@Singleton
public class ListKeys {
    private final IdentityProvider identity;

    public ListKeys(IdentityProvider identity) {
        this.identity = identity;
    }

    /** Newest first. */
    public List<ServiceKey> living() {
        return identity.serviceKeys().living();
    }
}
