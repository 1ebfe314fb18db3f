package org.tctf.authmfa.domain;

import java.time.Duration;
import java.time.Instant;

/** A mailed code that stands in for the authenticator once. */
public record TemporaryCode(String digest, Instant expiresAt) {
    public static final Duration LIFE = Duration.ofHours(1);

    boolean isLive(Instant now) {
        return now.isBefore(expiresAt);
    }
}
