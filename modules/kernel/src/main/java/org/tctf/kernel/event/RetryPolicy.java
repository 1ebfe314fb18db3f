package org.tctf.kernel.event;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a failed message waits: exponential backoff with full jitter, "sleep = random_between(0, min(cap, base *
 * 2^attempt))" (Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog 2015; of the variants compared
 * there it does the least work for about the same time).
 *
 * @param base the longest pause after the first failure
 * @param cap the longest pause after any failure
 */
public record RetryPolicy(Duration base, Duration cap) {

    /** From at most a second to at most five minutes. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(5));

    private static final int ENOUGH_DOUBLINGS = 30;

    /** @throws IllegalArgumentException when the base is not positive or above the cap */
    public RetryPolicy {
        if (!base.isPositive() || base.compareTo(cap) > 0) {
            throw new IllegalArgumentException("retry from %s up to %s: use 0 < base <= cap".formatted(base, cap));
        }
    }

    /** The longest pause after the n-th failure, n from 1. */
    Duration ceiling(int failures) {
        int doublings = failures - 1;
        if (doublings >= ENOUGH_DOUBLINGS || base.compareTo(cap.dividedBy(1L << doublings)) > 0) {
            return cap;
        }
        return base.multipliedBy(1L << doublings);
    }

    /** The pause after the n-th failure: any length up to its ceiling is as likely as any other. */
    public Duration pause(int failures, RandomGenerator random) {
        return Duration.ofNanos(random.nextLong(ceiling(failures).toNanos() + 1));
    }
}
