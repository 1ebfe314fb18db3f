package org.tctf.telemetry;

import io.opentelemetry.sdk.common.Clock;
import java.time.Instant;
import java.time.InstantSource;

/** Spans by the platform's clock, so that they stand beside its events; durations by the machine's monotonic one. */
record PlatformClock(InstantSource source) implements Clock {
    private static final long NANOS = 1_000_000_000;

    @Override
    public long now() {
        Instant now = source.instant();
        return now.getEpochSecond() * NANOS + now.getNano();
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }
}
