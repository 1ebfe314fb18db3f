package org.tctf.dynamodb;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The pauses between the tries of one call: exponential with full jitter (M. Brooker, "Exponential Backoff And Jitter",
 * AWS Architecture Blog, 2015), so that those who collided do not meet again, and never past a bound.
 */
final class Backoff {
    private static final long FIRST = Duration.ofMillis(20).toNanos();
    private static final long LONGEST = Duration.ofMillis(640).toNanos();

    private final long end;
    private long ceiling = FIRST;

    Backoff(Duration patience) {
        end = System.nanoTime() + patience.toNanos();
    }

    /** Waits for the next try; false, at once, when there is no time for one. */
    boolean pause() throws InterruptedException {
        long pause = ThreadLocalRandom.current().nextLong(ceiling);
        if (System.nanoTime() + pause - end > 0) {
            return false;
        }
        ceiling = Math.min(LONGEST, 2 * ceiling);
        Thread.sleep(Duration.ofNanos(pause));
        return true;
    }
}
