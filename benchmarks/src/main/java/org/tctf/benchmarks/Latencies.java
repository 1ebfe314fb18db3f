package org.tctf.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Measured durations of one thing, in nanoseconds. Safe for concurrent use; grows as needed. */
final class Latencies {
    private long[] nanos = new long[1 << 16];
    private int count;

    synchronized void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = duration;
    }

    synchronized int count() {
        return count;
    }

    /** The duration that a share of all stays under, in milliseconds. */
    synchronized double millis(double percentile) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        int at = (int) Math.ceil(percentile / 100 * count) - 1;
        return sorted[Math.max(0, at)] / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}
