package org.tctf.http;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.cors.CorsFilter;
import io.micronaut.web.router.Router;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.PublicUrl;

/**
 * {@code OPTIONS} and calls from web pages (Fetch standard, "CORS protocol" and RFC 6454): a page may call us if it is
 * ours, or if its origin is on the installation's list. Credentials travel in the {@code Authorization} header, never in
 * cookies, so {@code Access-Control-Allow-Credentials} is never sent.
 *
 * <p>Routes of a public protocol are for every page ({@link org.tctf.kernel.web.ProtocolRoute}).
 *
 * <p>A write from any other page is refused outright: without a body it needs no preflight, and what listens on a
 * developer's own machine would obey any page that the developer has open.
 */
@Singleton
@Replaces(CorsFilter.class)
final class Origins {
    private static final String ALLOWED_HEADERS = "Authorization, Content-Type, Idempotency-Key, X-Idempotency-Key,"
            + " If-Match, If-None-Match, X-Correlation-ID, traceparent";
    private static final String EXPOSED_HEADERS =
            "ETag, Location, Retry-After, RateLimit, RateLimit-Policy, Idempotency-Replayed, X-Correlation-ID";
    private static final String ONE_HOUR = "3600";
    private static final String ANY = "*";
    private static final Set<HttpMethod> HARMLESS = EnumSet.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Router router;
    private final RoutePolicies policies;
    private final HttpSettings settings;
    private final BeanProvider<PublicUrl> publicUrl;

    Origins(Router router, RoutePolicies policies, HttpSettings settings, BeanProvider<PublicUrl> publicUrl) {
        this.router = router;
        this.policies = policies;
        this.settings = settings;
        this.publicUrl = publicUrl;
    }

    /** @throws Problem {@code ORIGIN_NOT_ALLOWED} for a write from a page that is neither ours nor listed */
    void check(Exchange exchange) {
        HttpRequest<?> request = exchange.request();
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        if (isProtocol(exchange)) {
            return;
        }
        if (origin == null || HARMLESS.contains(request.getMethod()) || isListed(request)) {
            return;
        }
        String host = request.getHeaders().get(HttpHeaders.HOST);
        if (host == null || !origin.endsWith("://" + host)) {
            throw notAllowed();
        }
    }

    /**
     * The same for a WebSocket, which browsers let any page open (RFC 6455 §10.2).
     *
     * @throws Problem {@code ORIGIN_NOT_ALLOWED} for a page that is neither ours nor listed
     */
    void checkSocket(@Nullable String origin, @Nullable String host) {
        boolean isAllowed = origin == null
                || settings.corsOrigins().contains(origin)
                || origin.equals(ownOrigin())
                || (host != null && origin.endsWith("://" + host));
        if (!isAllowed) {
            throw notAllowed();
        }
    }

    private String ownOrigin() {
        URI own = publicUrl.get().base();
        return "%s://%s".formatted(own.getScheme(), own.getAuthority());
    }

    private static Problem notAllowed() {
        return Problem.forbidden(
                "ORIGIN_NOT_ALLOWED", "Pages of this origin may not call this; add it to tctf.http.cors-origins.");
    }

    /** The answer to {@code OPTIONS} on a path that we have; none for everything else. */
    @Nullable
    MutableHttpResponse<?> preflight(Exchange exchange) {
        HttpRequest<?> request = exchange.request();
        if (request.getMethod() != HttpMethod.OPTIONS || exchange.route() != null) {
            return null;
        }
        Set<String> methods = new TreeSet<>();
        boolean[] isProtocol = {false};
        router.findAny(request).forEach(route -> {
            methods.add(route.getRouteInfo().getHttpMethodName());
            isProtocol[0] |= policies.read(route.getRouteInfo()).isProtocol();
        });
        if (methods.isEmpty()) {
            return null;
        }
        methods.add(HttpMethod.OPTIONS.name());
        MutableHttpResponse<?> answer = HttpResponse.noContent().header(HttpHeaders.ALLOW, String.join(", ", methods));
        if (isProtocol[0]) {
            answer.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY);
        }
        if (isProtocol[0] || isListed(request)) {
            answer.header(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, String.join(", ", methods))
                    .header(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, ALLOWED_HEADERS)
                    .header(HttpHeaders.ACCESS_CONTROL_MAX_AGE, ONE_HOUR);
        }
        return answer;
    }

    /** Lets the calling page read the answer, if its origin is on the list. */
    void admit(Exchange exchange, MutableHttpResponse<?> response) {
        if (isProtocol(exchange)) {
            response.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, ANY)
                    .header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED_HEADERS + ", WWW-Authenticate");
            return;
        }
        if (settings.corsOrigins().isEmpty()) {
            return;
        }
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (isListed(exchange.request())) {
            response.header(
                            HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN,
                            exchange.request().getHeaders().get(HttpHeaders.ORIGIN))
                    .header(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED_HEADERS);
        }
    }

    private static boolean isProtocol(Exchange exchange) {
        RoutePolicy route = exchange.route();
        return route != null && route.isProtocol();
    }

    private boolean isListed(HttpRequest<?> request) {
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        return origin != null && settings.corsOrigins().contains(origin);
    }
}
