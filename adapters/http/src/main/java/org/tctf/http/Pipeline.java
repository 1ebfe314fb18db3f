package org.tctf.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterContinuation;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.tctf.kernel.Flow;
import org.tctf.kernel.service.ServiceDefinition;

/**
 * The way of every request, in order: correlation id → rate limit → authentication → authorisation → size, content type
 * and schema → idempotency → handler → problem+json → telemetry.
 *
 * <p>One filter, not nine, so that the order is this page. It runs on a virtual thread, and {@code proceed()} runs the
 * controller in that same thread: what is bound here (the {@link Flow}, the span, a commit mark) holds lexically in
 * everything the controller calls, and a blocked controller blocks nobody else. {@link BodyRequest} says why the body
 * is read here too.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // around every filter that answers; the first place is for a change of threads
final class Pipeline {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final RoutePolicies policies;
    private final Correlation correlation;
    private final ClientAddress addresses;
    private final Tracing tracing;
    private final Guards guards;
    private final OnceOnly onceOnly;
    private final Answers answers;
    private final Problems problems;
    private final ResponseHeaders headers;
    private final Origins origins;
    private final ConversionService conversions;
    private final List<RequestObserver> observers;

    Pipeline(
            RoutePolicies policies,
            Correlation correlation,
            ClientAddress addresses,
            Tracing tracing,
            Guards guards,
            OnceOnly onceOnly,
            Answers answers,
            Problems problems,
            ResponseHeaders headers,
            Origins origins,
            ConversionService conversions,
            List<RequestObserver> observers) {
        this.policies = policies;
        this.correlation = correlation;
        this.addresses = addresses;
        this.tracing = tracing;
        this.guards = guards;
        this.onceOnly = onceOnly;
        this.answers = answers;
        this.problems = problems;
        this.headers = headers;
        this.origins = origins;
        this.conversions = conversions;
        this.observers = observers;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> serve(HttpRequest<?> request, FilterContinuation<HttpResponse<?>> handler) {
        Exchange exchange = new Exchange(request, policies.of(request), correlation.of(request), addresses.of(request));
        Span span = tracing.start(exchange);
        String traceparent = Tracing.traceparent(span);
        try (Scope _ = span.makeCurrent();
                MDC.MDCCloseable _ = MDC.putCloseable("correlationId", exchange.correlationId())) {
            return flow(exchange, traceparent).call(() -> {
                MutableHttpResponse<?> response = answer(exchange, traceparent, handler);
                origins.admit(exchange, response);
                headers.complete(exchange, response);
                Tracing.end(span, response.code());
                tell(exchange, response, span);
                return response;
            });
        }
    }

    private MutableHttpResponse<?> answer(
            Exchange exchange, @Nullable String traceparent, FilterContinuation<HttpResponse<?>> handler) {
        try {
            MutableHttpResponse<?> preflight = origins.preflight(exchange);
            if (preflight != null) {
                return preflight;
            }
            origins.check(exchange);
            guards.admit(exchange);
            RequestBody body = guards.body(exchange);
            return flow(exchange, traceparent)
                    .call(() -> onceOnly.call(exchange, body, () -> handle(exchange, body, handler)));
        } catch (RuntimeException | Error refused) {
            return problems.answer(exchange, refused);
        }
    }

    private MutableHttpResponse<?> handle(
            Exchange exchange, RequestBody body, FilterContinuation<HttpResponse<?>> handler) {
        try {
            // Also a body that is empty: on Lambda the framework would take a form without fields for one that is not a
            // text.
            FilterContinuation<HttpResponse<?>> bound = hasReadBody(exchange)
                    ? handler.request(new BodyRequest(exchange.request(), body, conversions))
                    : handler;
            return answers.render(exchange, bound.proceed());
        } catch (RuntimeException | Error thrown) {
            return problems.answer(exchange, thrown);
        }
    }

    private static boolean hasReadBody(Exchange exchange) {
        RoutePolicy route = exchange.route();
        return HttpMethod.permitsRequestBody(exchange.request().getMethod()) && (route == null || !route.isStreamed());
    }

    private static Flow flow(Exchange exchange, @Nullable String traceparent) {
        return new Flow(exchange.correlationId(), null, exchange.actor(), traceparent);
    }

    private void tell(Exchange exchange, HttpResponse<?> response, Span span) {
        RoutePolicy route = exchange.route();
        ServiceDefinition service = route == null ? null : route.service();
        ServedRequest served = new ServedRequest(
                exchange.request().getMethodName(),
                route == null ? "unmatched" : route.template(),
                service == null ? null : service.name(),
                response.code(),
                exchange.problemCode(),
                Duration.ofNanos(exchange.elapsedNanos()),
                exchange.actor(),
                exchange.correlationId(),
                Tracing.traceId(span));
        for (RequestObserver observer : observers) {
            try {
                observer.served(served);
            } catch (RuntimeException broken) {
                LOG.warn("{} could not take note of a request; the answer goes out all the same", observer, broken);
            }
        }
    }
}
