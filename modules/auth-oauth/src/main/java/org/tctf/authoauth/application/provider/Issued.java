package org.tctf.authoauth.application.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an application gets at the token endpoint (RFC 6749 §5.1). */
public record Issued(
        String accessToken,
        long expiresIn,
        @Nullable String refreshToken,
        @Nullable String idToken,
        List<String> scopes) {

    public Issued {
        scopes = List.copyOf(scopes);
    }

    @Override
    public String toString() {
        return "Issued[" + scopes + "]";
    }
}
