package org.tctf.http;

import io.micronaut.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.web.Quota;
import org.tctf.kernel.web.RateCounters;

/** One request on its way through the pipeline, and what its steps have learned of it. Belongs to one thread. */
final class Exchange {

    /** A limit that the request was counted against. */
    record Counted(Quota quota, RateCounters.Standing standing) {}

    private final HttpRequest<?> request;
    private final @Nullable RoutePolicy route;
    private final String correlationId;
    private final String address;
    private final long startedNanos = System.nanoTime();
    private final List<Counted> counted = new ArrayList<>(2);
    private @Nullable Principal principal;
    private @Nullable String problemCode;

    Exchange(HttpRequest<?> request, @Nullable RoutePolicy route, String correlationId, String address) {
        this.request = request;
        this.route = route;
        this.correlationId = correlationId;
        this.address = address;
    }

    HttpRequest<?> request() {
        return request;
    }

    /** None when no route matches; then the handler answers 404, 405, 406 or 415. */
    @Nullable
    RoutePolicy route() {
        return route;
    }

    String correlationId() {
        return correlationId;
    }

    String address() {
        return address;
    }

    @Nullable
    Principal principal() {
        return principal;
    }

    void provenTo(Principal caller) {
        principal = caller;
        request.setAttribute(PrincipalBinder.ATTRIBUTE, caller);
    }

    /** The member's id, or {@code anonymous}. */
    String actor() {
        return principal == null ? "anonymous" : principal.memberId();
    }

    void failedWith(String code) {
        problemCode = code;
    }

    /** The code of the problem that is the answer, if it is one. */
    @Nullable
    String problemCode() {
        return problemCode;
    }

    /** Whether it belongs to the API, which is everything under {@code /v1}. */
    boolean isApi() {
        return request.getPath().startsWith("/v1/");
    }

    void counted(Quota quota, RateCounters.Standing standing) {
        counted.add(new Counted(quota, standing));
    }

    List<Counted> counted() {
        return counted;
    }

    long elapsedNanos() {
        return System.nanoTime() - startedNanos;
    }
}
