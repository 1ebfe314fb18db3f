package org.tctf.authadmin.application;

import org.tctf.identity.ServiceKey;

/** A key that was just made: the only moment at which it is known. */
public record NewKey(String secret, ServiceKey key) {

    @Override
    public String toString() {
        return "NewKey[" + key.id() + "]";
    }
}
