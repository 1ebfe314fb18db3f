package org.tctf.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.tctf.kernel.Flow;
import org.tctf.kernel.event.Envelope;

/**
 * A span of each delivery, child of the one in which the fact was raised, named as OpenTelemetry's semantic conventions
 * for messaging say; and one of each run of a schedule.
 */
public final class Traces {
    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("messaging.message.id");
    private static final AttributeKey<String> CONVERSATION =
            AttributeKey.stringKey("messaging.message.conversation_id");
    private static final AttributeKey<String> EVENT_TYPE = AttributeKey.stringKey("cloudevents.event_type");
    private static final AttributeKey<String> EVENT_SOURCE = AttributeKey.stringKey("cloudevents.event_source");
    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("tctf.service");
    private static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("tctf.delivery.attempt");

    private static final TextMapGetter<Envelope> TRACEPARENT = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Envelope envelope) {
            return List.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable Envelope envelope, String key) {
            return envelope != null && key.equals("traceparent") ? envelope.traceparent() : null;
        }
    };

    private final Tracer tracer;
    private final String messagingSystem;

    /** @param messagingSystem {@code aws_sqs}, {@code tctf} for the embedded bus */
    public Traces(OpenTelemetry telemetry, String messagingSystem) {
        tracer = telemetry.getTracer("org.tctf.bus");
        this.messagingSystem = messagingSystem;
    }

    /** @param attempt the n-th delivery, from 1 */
    public Span start(String queue, Envelope envelope, int attempt) {
        return tracer.spanBuilder("process " + queue)
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(W3CTraceContextPropagator.getInstance().extract(Context.root(), envelope, TRACEPARENT))
                .setAttribute(SYSTEM, messagingSystem)
                .setAttribute(OPERATION, "process")
                .setAttribute(DESTINATION, queue)
                .setAttribute(MESSAGE, envelope.id())
                .setAttribute(CONVERSATION, envelope.correlationId())
                .setAttribute(EVENT_TYPE, envelope.type())
                .setAttribute(EVENT_SOURCE, envelope.source())
                .setAttribute(ATTEMPT, attempt)
                .startSpan();
    }

    /** Runs a schedule's job in a flow and a trace of its own; what the job throws comes out unchanged. */
    public void run(String service, String schedule, String correlationId, Runnable job) {
        Span span = tracer.spanBuilder("schedule " + schedule)
                .setNoParent()
                .setAttribute(SERVICE, service)
                .startSpan();
        try (Scope _ = span.makeCurrent();
                MDC.MDCCloseable _ = MDC.putCloseable("correlationId", correlationId);
                MDC.MDCCloseable _ = MDC.putCloseable("service", service)) {
            new Flow(correlationId, null, "service:" + service, traceparent(span)).run(job);
        } catch (RuntimeException | Error failed) {
            span.setStatus(StatusCode.ERROR);
            throw failed;
        } finally {
            span.end();
        }
    }

    /** W3C Trace Context (level 1 §3.2) of the span; none when nothing is traced. */
    public static @Nullable String traceparent(Span span) {
        SpanContext context = span.getSpanContext();
        return context.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                context.getTraceId(),
                                context.getSpanId(),
                                context.getTraceFlags().asHex())
                : null;
    }
}
