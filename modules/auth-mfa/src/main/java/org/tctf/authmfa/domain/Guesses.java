package org.tctf.authmfa.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;

/**
 * Wrong codes in a row, of whatever kind and at whatever route, and the lock that the fifth brings.
 *
 * @param lockedUntil while it is to come, nothing is compared
 */
public record Guesses(int wrongInARow, @Nullable Instant lockedUntil) {
    public static final int MAX = 5;
    public static final Duration LOCK = Duration.ofMinutes(15);
    public static final Guesses NONE = new Guesses(0, null);

    /** @throws Problem {@code SECOND_FACTOR_LOCKED} with the time left */
    void requireOpen(Instant now) {
        if (lockedUntil != null && now.isBefore(lockedUntil)) {
            Duration left = Duration.between(now, lockedUntil);
            throw Problem.of(
                            Problem.Kind.LOCKED,
                            "SECOND_FACTOR_LOCKED",
                            "Too many wrong codes; try again in %d minutes, or use a passkey."
                                    .formatted(left.toMinutes() + 1))
                    .retryAfter(left);
        }
    }

    Guesses missed(Instant now) {
        // A lock that is over has cost its time: counting begins anew.
        int wrong = (lockedUntil == null ? wrongInARow : 0) + 1;
        return new Guesses(wrong, wrong < MAX ? null : now.plus(LOCK));
    }

    int left() {
        return MAX - wrongInARow;
    }
}
