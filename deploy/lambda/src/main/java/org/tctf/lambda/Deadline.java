package org.tctf.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;

/**
 * When Lambda ends the process, whatever it is doing then.
 *
 * @param nanos on the scale of {@link System#nanoTime()}
 */
record Deadline(long nanos) {
    /** Enough to say what was not done. */
    private static final Duration MARGIN = Duration.ofMillis(800);

    static Deadline of(Context context) {
        return in(Duration.ofMillis(context.getRemainingTimeInMillis()));
    }

    static Deadline in(Duration left) {
        return new Deadline(System.nanoTime() + left.toNanos());
    }

    /** What is left; zero when there is nothing. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    /** What the work may take, so that there is still time for an answer. */
    Duration leftForWork() {
        Duration left = left().minus(MARGIN);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
