package org.tctf.pipeline.load;

import java.time.Duration;

/**
 * How much load, and for how long.
 *
 * @param perSecond requests begun in each second, evenly, whatever happened to those before
 * @param ramp the rate rises evenly in this time, which is not counted: environments and connections are made in it
 * @param timeout of one request
 * @param atMostUnderWay requests beyond this are not sent, and count as failed: the machine that asks must not fall first
 */
public record Profile(int perSecond, Duration ramp, Duration length, Duration timeout, int atMostUnderWay) {

    /** @throws IllegalArgumentException when a number is not positive */
    public Profile {
        if (perSecond < 1 || ramp.isNegative() || !length.isPositive() || !timeout.isPositive() || atMostUnderWay < 1) {
            throw new IllegalArgumentException(
                    "rate, length, timeout and number under way are positive, a ramp may be none");
        }
    }

    /** 1,000 requests a second for 5 minutes, after 10 seconds of rising. */
    public static final Profile STANDARD =
            new Profile(1_000, Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofSeconds(30), 10_000);

    /** Of the ramp and of the time that counts. */
    long requests() {
        return uncounted() + Math.round(perSecond * seconds(length));
    }

    /** The requests of the ramp. */
    long uncounted() {
        return Math.round(perSecond * seconds(ramp) / 2);
    }

    /** When a request is due, in nanoseconds after the first. */
    long dueNanos(long request) {
        long counted = request - uncounted();
        // While the rate rises to r in t seconds, r/2t · s² requests are begun in s seconds.
        double at = counted < 0
                ? Math.sqrt(2 * request * seconds(ramp) / perSecond)
                : seconds(ramp) + counted / (double) perSecond;
        return Math.round(at * 1e9);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
