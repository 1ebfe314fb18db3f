package org.tctf.authuser.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jmolecules.ddd.annotation.ValueObject;
import org.tctf.kernel.PhoneNumber;
import org.tctf.kernel.Problem;

/**
 * A number that waits for its code.
 *
 * @param id what the code is bound to
 * @param digest what the right code digests to; the code itself is in the message only
 * @param wrong how many wrong codes were tried
 */
@ValueObject
public record PendingNumber(
        String id, PhoneNumber number, PhoneChannel channel, String digest, int wrong, Instant requestedAt) {
    public static final Duration LIFE = Duration.ofMinutes(10);
    public static final int MAX_ATTEMPTS = 5;

    public Instant expiresAt() {
        return requestedAt.plus(LIFE);
    }

    public boolean isAlive(Instant now) {
        return now.isBefore(expiresAt());
    }

    public int remainingAttempts() {
        return MAX_ATTEMPTS - wrong;
    }

    /**
     * Whether a code is the right one.
     *
     * @throws Problem {@code VERIFICATION_EXPIRED}, {@code MAX_ATTEMPTS_EXCEEDED}: ask for another code
     */
    boolean isProvedBy(Predicate<String> isItsCode, Instant now) {
        if (!isAlive(now)) {
            throw Problem.of(
                    Problem.Kind.GONE, "VERIFICATION_EXPIRED", "This code is no longer valid; ask for another one.");
        }
        if (remainingAttempts() == 0) {
            throw Problem.of(
                            Problem.Kind.TOO_MANY_REQUESTS,
                            "MAX_ATTEMPTS_EXCEEDED",
                            "%d wrong codes were tried, so the code is dead; ask for another one."
                                    .formatted(MAX_ATTEMPTS))
                    .remainingAttempts(0);
        }
        return isItsCode.test(digest);
    }

    PendingNumber oneAttemptLess() {
        return new PendingNumber(id, number, channel, digest, wrong + 1, requestedAt);
    }
}
