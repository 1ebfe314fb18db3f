package org.tctf.pipeline.load;

import java.time.Duration;

/**
 * How much load, and for how long.
 *
 * @param perSecond requests begun in each second, evenly, whatever happened to those before
 * @param timeout of one request
 * @param atMostUnderWay requests beyond this are not sent, and count as failed: the machine that asks must not fall first
 */
public record Profile(int perSecond, Duration length, Duration timeout, int atMostUnderWay) {

    /** @throws IllegalArgumentException when a number is not positive */
    public Profile {
        if (perSecond < 1 || !length.isPositive() || !timeout.isPositive() || atMostUnderWay < 1) {
            throw new IllegalArgumentException("rate, length, timeout and number under way are positive");
        }
    }

    /** 1,000 requests a second for 5 minutes. */
    public static final Profile STANDARD = new Profile(1_000, Duration.ofMinutes(5), Duration.ofSeconds(30), 10_000);

    long requests() {
        return Math.round(perSecond * (length.toNanos() / 1e9));
    }

    /** When a request is due, in nanoseconds after the first. */
    long dueNanos(long request) {
        return Math.round(request * 1e9 / perSecond);
    }
}
