package org.tctf.authoauth.application.provider;

import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.domain.provider.Client;

/** @param secret shown this once; absent where the application has none */
public record Registered(Client client, @Nullable String secret) {

    @Override
    public String toString() {
        return "Registered[" + client.id() + "]";
    }
}
