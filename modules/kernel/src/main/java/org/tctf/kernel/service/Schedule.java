package org.tctf.kernel.service;

import java.time.Duration;

/**
 * A use case that runs by the clock, at least once every interval, on one instance at a time; a run that was missed
 * while the platform was down is made up for once.
 *
 * @param every at least one minute, as in EventBridge Scheduler
 */
public record Schedule(String name, Duration every, Class<? extends Runnable> job) {

    /** @throws IllegalArgumentException when the interval is under a minute */
    public Schedule {
        if (every.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("schedule %s: at least every minute, not %s".formatted(name, every));
        }
    }
}
