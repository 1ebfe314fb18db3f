package org.tctf.app.console.trail;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of work of a trace; {@link org.tctf.telemetry.EndedSpan} as it is read again. */
public record SpanView(
        String traceId,
        String spanId,
        @Nullable String parentId,
        String name,
        String kind,
        Instant start,
        double tookMs,
        @Nullable String error,
        Map<String, String> attributes) {}
