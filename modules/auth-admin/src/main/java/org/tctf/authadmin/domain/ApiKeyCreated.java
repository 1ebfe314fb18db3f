package org.tctf.authadmin.domain;

import java.time.Instant;
import java.util.List;

/** A program has a key, its first or another. */
public record ApiKeyCreated(String keyId, String accountId, List<String> scopes, Instant expiresAt) {

    public ApiKeyCreated {
        scopes = List.copyOf(scopes);
    }
}
