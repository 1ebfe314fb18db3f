package org.tctf.bus;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it is now.
 *
 * @param lastRun when the last run began; before the first one, when the schedule was first seen
 * @param next when it is due
 * @param lastError what the last run failed with, if it did
 */
public record ScheduleState(
        String service,
        String name,
        Duration every,
        Instant lastRun,
        Instant next,
        @Nullable String lastError) {}
