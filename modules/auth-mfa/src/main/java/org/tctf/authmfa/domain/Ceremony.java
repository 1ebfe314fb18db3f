package org.tctf.authmfa.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a passkey was asked to sign, once.
 *
 * @param userId whose passkey; none at a sign-in, where nobody is known yet
 * @param challenge random, Base64url
 */
public record Ceremony(Kind kind, @Nullable String userId, String challenge, Instant until) {
    public static final Duration LIFE = Duration.ofMinutes(5);

    /** What for; a signature for one is none for another. */
    public enum Kind {
        REGISTRATION,
        SIGN_IN,
        STEP_UP
    }
}
