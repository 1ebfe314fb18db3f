package org.tctf.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * {@code OPTIONS} and cross-origin calls (Fetch standard, "CORS protocol"): a page of another origin may call us only if
 * that origin is on the installation's list. Credentials travel in the {@code Authorization} header, never in cookies,
 * so {@code Access-Control-Allow-Credentials} is never sent.
 */
@Singleton
final class Preflights {
    private static final String ALLOWED_HEADERS =
            "Authorization, Content-Type, Idempotency-Key, X-Idempotency-Key, If-Match, If-None-Match, X-Correlation-ID, traceparent";
    private static final String EXPOSED_HEADERS =
            "ETag, Location, Retry-After, RateLimit, RateLimit-Policy, Idempotency-Replayed, X-Correlation-ID";
    private static final String ONE_HOUR = "3600";

    private final Router router;
    private final HttpSettings settings;

    Preflights(Router router, HttpSettings settings) {
        this.router = router;
        this.settings = settings;
    }

    /** The answer to {@code OPTIONS} on a path that we have; none for everything else. */
    @Nullable
    MutableHttpResponse<?> answer(Exchange exchange) {
        HttpRequest<?> request = exchange.request();
        if (request.getMethod() != HttpMethod.OPTIONS || exchange.route() != null) {
            return null;
        }
        Set<String> methods = new TreeSet<>();
        router.findAny(request)
                .forEach(route -> methods.add(route.getRouteInfo().getHttpMethodName()));
        if (methods.isEmpty()) {
            return null;
        }
        methods.add(HttpMethod.OPTIONS.name());
        MutableHttpResponse<?> answer = HttpResponse.noContent().header(HttpHeaders.ALLOW, String.join(", ", methods));
        if (isAllowed(request)) {
            answer.header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, String.join(", ", methods))
                    .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED_HEADERS)
                    .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, ONE_HOUR);
        }
        return answer;
    }

    /** Lets the calling page read the answer, if its origin is on the list. */
    void admit(Exchange exchange, MutableHttpResponse<?> response) {
        if (settings.corsOrigins().isEmpty()) {
            return;
        }
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (isAllowed(exchange.request())) {
            response.header(
                            HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN,
                            exchange.request().getHeaders().get(HttpHeaders.ORIGIN))
                    .header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED_HEADERS);
        }
    }

    private boolean isAllowed(HttpRequest<?> request) {
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        return origin != null && settings.corsOrigins().contains(origin);
    }
}
