package org.tctf.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that is over.
 *
 * @param traceId 32 hexadecimal digits (W3C Trace Context §3.2.2.3)
 * @param parentId the span that this one is a part of; absent for a trace's first
 * @param kind {@code SERVER}, {@code CONSUMER}, {@code INTERNAL} …
 * @param error why it failed; absent when it did not
 * @param correlationId of the request that it was done for, if it is known
 */
public record EndedSpan(
        String traceId,
        String spanId,
        @Nullable String parentId,
        String name,
        String kind,
        Instant start,
        Duration took,
        @Nullable String error,
        Map<String, String> attributes,
        @Nullable String correlationId) {}
