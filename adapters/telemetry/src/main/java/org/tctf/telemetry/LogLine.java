package org.tctf.telemetry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One log line that was written for a flow.
 *
 * @param error the exception with its stack trace, if there was one
 */
public record LogLine(
        Instant at,
        String level,
        String logger,
        String thread,
        String message,
        @Nullable String error,
        String correlationId) {}
