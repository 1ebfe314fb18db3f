package org.tctf.kernel.breaker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one provider.
 *
 * @param failures in a row
 * @param leftAloneUntil whole milliseconds; absent while the circuit is closed
 */
public record BreakerState(int failures, @Nullable Instant leftAloneUntil) {
    /** Nothing is known against it. */
    public static final BreakerState CLOSED = new BreakerState(0, null);
}
