package org.tctf.http;

import io.micronaut.http.HttpRequest;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * One server span for each request (OpenTelemetry semantic conventions for HTTP, stable since 1.23), a child of the
 * caller's {@code traceparent} (W3C Trace Context) if it sent one. Without an OpenTelemetry bean nothing is recorded, but
 * the caller's trace goes on through us.
 */
@Singleton
final class Tracing {
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
    private static final AttributeKey<String> SCHEME = AttributeKey.stringKey("url.scheme");
    private static final AttributeKey<String> CORRELATION = AttributeKey.stringKey("correlation.id");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");

    private static final TextMapGetter<HttpRequest<?>> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(HttpRequest<?> request) {
            return request.getHeaders().names();
        }

        @Override
        public @Nullable String get(@Nullable HttpRequest<?> request, String name) {
            return request == null ? null : request.getHeaders().get(name);
        }
    };

    private final Tracer tracer;

    Tracing(@Nullable OpenTelemetry telemetry) {
        tracer = (telemetry == null ? OpenTelemetry.noop() : telemetry).getTracer("org.tctf.http");
    }

    Span start(Exchange exchange) {
        HttpRequest<?> request = exchange.request();
        Context caller = W3CTraceContextPropagator.getInstance().extract(Context.root(), request, HEADERS);
        RoutePolicy route = exchange.route();
        var span = tracer.spanBuilder(route == null ? request.getMethodName() : route.name())
                .setParent(caller)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute(METHOD, request.getMethodName())
                .setAttribute(PATH, request.getPath())
                .setAttribute(SCHEME, request.isSecure() ? "https" : "http")
                .setAttribute(CORRELATION, exchange.correlationId());
        if (route != null) {
            span.setAttribute(ROUTE, route.template());
        }
        return span.startSpan();
    }

    /** The span's {@code traceparent}; none when the request is not traced. */
    static @Nullable String traceparent(Span span) {
        SpanContext context = span.getSpanContext();
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }

    static @Nullable String traceId(Span span) {
        SpanContext context = span.getSpanContext();
        return context.isValid() ? context.getTraceId() : null;
    }

    static void end(Span span, int status) {
        span.setAttribute(STATUS, (long) status);
        if (status >= 500) {
            span.setAttribute(ERROR, Integer.toString(status)).setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
