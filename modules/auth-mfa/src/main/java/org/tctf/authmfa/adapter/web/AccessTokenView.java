package org.tctf.authmfa.adapter.web;

import org.tctf.identity.AccessToken;

/**
 * @param accessToken for the header {@code Authorization: Bearer …}
 * @param expiresIn seconds
 */
record AccessTokenView(String accessToken, String tokenType, long expiresIn) {

    static AccessTokenView of(AccessToken token) {
        return new AccessTokenView(token.value(), "Bearer", token.expiresIn().toSeconds());
    }

    @Override
    public String toString() {
        return "AccessTokenView[…]";
    }
}
