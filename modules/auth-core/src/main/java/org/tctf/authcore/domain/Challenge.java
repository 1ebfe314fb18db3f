package org.tctf.authcore.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * The proof that was mailed last: only it is valid.
 *
 * @param number the first of a sign-up is 1
 * @param codeDigest what the right code digests to; the code itself is in the mail only
 * @param wrong how many wrong codes were tried
 */
@ValueObject
public record Challenge(int number, String codeDigest, Instant sentAt, int wrong) {
    public static final Duration LIFE = Duration.ofMinutes(30);
    public static final Duration COOLDOWN = Duration.ofSeconds(60);
    public static final int MAX_ATTEMPTS = 5;

    /** The first and five more: with {@link #MAX_ATTEMPTS} each, a guesser has 30 in a million. */
    public static final int MAX_NUMBER = 6;

    /** The challenge whose code digests to this, mailed now. */
    public static Challenge sent(int number, String codeDigest, Instant now) {
        return new Challenge(number, codeDigest, now, 0);
    }

    public Instant expiresAt() {
        return sentAt.plus(LIFE);
    }

    public int remainingAttempts() {
        return MAX_ATTEMPTS - wrong;
    }

    /** In constant time. */
    boolean matches(String digest) {
        return MessageDigest.isEqual(
                codeDigest.getBytes(StandardCharsets.US_ASCII), digest.getBytes(StandardCharsets.US_ASCII));
    }

    Challenge missed() {
        return new Challenge(number, codeDigest, sentAt, wrong + 1);
    }
}
