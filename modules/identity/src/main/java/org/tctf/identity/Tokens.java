package org.tctf.identity;

import java.time.Duration;

/**
 * What a signed-in client holds.
 *
 * @param accessToken a JWT (RFC 9068)
 * @param refreshToken opaque, good for one refresh
 * @param refreshExpiresIn what is left of the session
 */
public record Tokens(
        String sessionId, String accessToken, Duration expiresIn, String refreshToken, Duration refreshExpiresIn) {

    @Override
    public String toString() {
        return "Tokens[of session " + sessionId + "]";
    }
}
