package org.tctf.http;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.tctf.kernel.Flow;
import org.tctf.kernel.Problem;
import org.tctf.kernel.service.ServiceDefinition;

/** One span, one flow and one line of telemetry for everything that comes over a socket, as for every request. */
@Singleton
final class SocketTelemetry {
    private static final Logger LOG = LoggerFactory.getLogger(SocketTelemetry.class);
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<String> CORRELATION = AttributeKey.stringKey("correlation.id");
    private static final String METHOD = "SOCKET";
    private static final int DONE = 200;
    private static final int FAULT = 500;

    private final Tracer tracer;
    private final List<RequestObserver> observers;

    SocketTelemetry(@Nullable OpenTelemetry telemetry, List<RequestObserver> observers) {
        tracer = (telemetry == null ? OpenTelemetry.noop() : telemetry).getTracer("org.tctf.http");
        this.observers = observers;
    }

    /** Does the work; what it throws comes out. */
    <T> T served(ServiceDefinition service, String action, String actor, String correlationId, Supplier<T> work) {
        String route = service.requireSocket().path() + " " + action;
        long started = System.nanoTime();
        Span span = tracer.spanBuilder(METHOD + " " + route)
                .setSpanKind(SpanKind.SERVER)
                .setAttribute(ROUTE, route)
                .setAttribute(CORRELATION, correlationId)
                .startSpan();
        int status = DONE;
        @Nullable String code = null;
        try (Scope _ = span.makeCurrent();
                MDC.MDCCloseable _ = MDC.putCloseable("correlationId", correlationId)) {
            return new Flow(correlationId, null, actor, Tracing.traceparent(span)).call(work::get);
        } catch (RuntimeException | Error thrown) {
            Failure failure = Failures.of(thrown);
            status = failure.status();
            code = failure.code();
            if (status >= FAULT && !(thrown instanceof Problem)) {
                LOG.error("{} failed", route, thrown);
            }
            throw thrown;
        } finally {
            Tracing.end(span, status);
            tell(new ServedRequest(
                    METHOD,
                    route,
                    service.name(),
                    status,
                    code,
                    Duration.ofNanos(System.nanoTime() - started),
                    actor,
                    correlationId,
                    Tracing.traceId(span)));
        }
    }

    private void tell(ServedRequest served) {
        for (RequestObserver observer : observers) {
            try {
                observer.served(served);
            } catch (RuntimeException broken) {
                LOG.warn("{} could not take note of a message; it is answered all the same", observer, broken);
            }
        }
    }
}
