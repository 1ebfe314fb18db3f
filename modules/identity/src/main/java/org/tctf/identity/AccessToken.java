package org.tctf.identity;

import java.time.Duration;

/** A JWT (RFC 9068) and how long it is good for. */
public record AccessToken(String value, Duration expiresIn) {

    @Override
    public String toString() {
        return "AccessToken[…]";
    }
}
