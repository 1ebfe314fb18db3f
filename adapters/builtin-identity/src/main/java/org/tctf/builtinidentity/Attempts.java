package org.tctf.builtinidentity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Failed sign-ins with an address, whether or not it has an account: counting only for accounts would tell which
 * addresses have one. What is older than a lock is forgotten, so nobody gets more tries by waiting than by being locked.
 */
record Attempts(int failures, Instant lastAt, @Nullable Instant lockedUntil, long version) {
    static final int MAX_FAILURES = 5;
    static final Duration LOCK = Duration.ofMinutes(15);
    static final Attempts NONE = new Attempts(0, Instant.EPOCH, null, 0);

    boolean isLockedAt(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }

    /** How many more until a lock. */
    int left() {
        return MAX_FAILURES - failures;
    }

    /** One more, at a time when it is not locked. */
    Attempts failedAt(Instant now) {
        boolean isForgotten = lockedUntil != null || !now.isBefore(lastAt.plus(LOCK));
        int count = isForgotten ? 1 : failures + 1;
        return new Attempts(count, now, count >= MAX_FAILURES ? now.plus(LOCK) : null, version + 1);
    }

    /** What it was before that, for whoever was not told whether the password was wrong. */
    Attempts withdrawn(Attempts before) {
        return new Attempts(before.failures, before.lastAt, before.lockedUntil, version + 1);
    }
}
