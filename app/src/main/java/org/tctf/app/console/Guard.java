package org.tctf.app.console;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.regex.Pattern;
import org.tctf.kernel.Problem;

/**
 * The console has no sign-in, so this decides who may come: programs and browsers of this machine, and no web page of
 * anybody else's. The peer must be the loopback address and nobody's proxy; the Host must be a name of this machine, or a
 * stranger's page could reach us by DNS rebinding; a POST that a browser sends must come from our own pages, or it is
 * forged (CSRF; Fetch Metadata, RFC 6454).
 */
@ConsoleOnly
@ServerFilter("/console/**")
final class Guard implements Ordered {
    private static final Pattern THIS_MACHINE =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> SIGNS_OF_A_PROXY = Set.of("X-Forwarded-For", "Forwarded", "Via");
    private static final int AFTER_THE_PIPELINE = 1_000;
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; worker-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Inside the pipeline, which turns a refusal into a problem document. */
    @Override
    public int getOrder() {
        return AFTER_THE_PIPELINE;
    }

    @RequestFilter
    void admit(HttpRequest<?> request) {
        if (!isThisMachine(request)) {
            throw Problem.forbidden(
                    "CONSOLE_IS_LOCAL",
                    "The console answers this machine only: open http://localhost:<port>/console on it.");
        }
        if (!isRead(request.getMethod()) && !isOwn(request)) {
            throw Problem.forbidden(
                    "FOREIGN_ORIGIN", "This request comes from another site's page; use the console's own.");
        }
    }

    @ResponseFilter
    void harden(MutableHttpResponse<?> response) {
        MutableHttpHeaders headers = response.getHeaders();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        if (!headers.contains("Content-Security-Policy")) {
            headers.set("Content-Security-Policy", POLICY);
        }
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private static boolean isThisMachine(HttpRequest<?> request) {
        InetSocketAddress peer = request.getRemoteAddress();
        String host = request.getHeaders().get(HttpHeaders.HOST);
        return peer != null
                && peer.getAddress() != null
                && peer.getAddress().isLoopbackAddress()
                && SIGNS_OF_A_PROXY.stream().noneMatch(request.getHeaders()::contains)
                && host != null
                && THIS_MACHINE.matcher(host).matches();
    }

    /** Programs send neither header; browsers always send one with a POST. */
    private static boolean isOwn(HttpRequest<?> request) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
        return (site == null || site.equals("same-origin"))
                && (origin == null
                        || origin.equals("http://" + request.getHeaders().get(HttpHeaders.HOST)));
    }

    private static boolean isRead(HttpMethod method) {
        return method == HttpMethod.GET || method == HttpMethod.HEAD;
    }
}
