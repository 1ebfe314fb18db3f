package org.tctf.authcore.adapter.web;

import org.tctf.identity.Tokens;

/**
 * @param accessToken for the header {@code Authorization: Bearer …}
 * @param expiresIn seconds
 * @param refreshToken good for one refresh
 * @param refreshExpiresIn seconds until the session is over
 */
record TokensView(
        String sessionId,
        String accessToken,
        String tokenType,
        long expiresIn,
        String refreshToken,
        long refreshExpiresIn) {

    static TokensView of(Tokens tokens) {
        return new TokensView(
                tokens.sessionId(),
                tokens.accessToken(),
                "Bearer",
                tokens.expiresIn().toSeconds(),
                tokens.refreshToken(),
                tokens.refreshExpiresIn().toSeconds());
    }

    @Override
    public String toString() {
        return "TokensView[of session " + sessionId + "]";
    }
}
