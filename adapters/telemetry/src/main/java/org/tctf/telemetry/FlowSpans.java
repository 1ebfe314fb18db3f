package org.tctf.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Flow;

/**
 * Stamps spans with the correlation id of the flow they belong to and hands them on when they end. It does not batch: the
 * listener has a queue and a batching writer already, and a second queue would only be a second place to lose spans in.
 */
final class FlowSpans implements SpanProcessor {
    private static final AttributeKey<String> CORRELATION_ID = AttributeKey.stringKey(Tracing.CORRELATION_ID);

    private static final String CONVERSATION = "messaging.message.conversation_id";

    private final SpanListener listener;

    FlowSpans(SpanListener listener) {
        this.listener = listener;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        Flow.current().ifPresent(flow -> span.setAttribute(CORRELATION_ID, flow.correlationId()));
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        listener.ended(ended(span.toSpanData()));
    }

    @Override
    public boolean isEndRequired() {
        return true;
    }

    private static EndedSpan ended(SpanData span) {
        Map<String, String> attributes = new TreeMap<>();
        span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), Redaction.of(value.toString())));
        String flow = attributes.remove(Tracing.CORRELATION_ID);
        // A delivery's span starts before its flow is bound; it says the id in the words of OpenTelemetry's
        // conventions.
        String correlationId = flow == null ? attributes.get(CONVERSATION) : flow;
        return new EndedSpan(
                span.getTraceId(),
                span.getSpanId(),
                SpanId.isValid(span.getParentSpanId()) ? span.getParentSpanId() : null,
                span.getName(),
                span.getKind().name(),
                Instant.EPOCH.plusNanos(span.getStartEpochNanos()),
                Duration.ofNanos(span.getEndEpochNanos() - span.getStartEpochNanos()),
                error(span),
                attributes,
                correlationId);
    }

    private static @Nullable String error(SpanData span) {
        if (span.getStatus().getStatusCode() != StatusCode.ERROR) {
            return null;
        }
        String why = span.getStatus().getDescription();
        return why == null || why.isEmpty() ? "failed" : Redaction.of(why);
    }
}
