package org.tctf.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tctf.kernel.web.Quota;

/**
 * Headers that every answer carries. A controller's own value wins: a page has another content security policy than
 * JSON, a public key set may be cached. What the program answers outside {@code /v1} brings its own policy.
 *
 * <p>{@code RateLimit} and {@code RateLimit-Policy} follow draft-ietf-httpapi-ratelimit-headers-10: structured field
 * lists, {@code q} and {@code r} in requests, {@code w} and {@code t} in seconds.
 */
@Singleton
final class ResponseHeaders {

    private record Dated(long second, String text) {}

    private static final String HSTS = "max-age=63072000; includeSubDomains";
    // JSON is no page: nothing in it may run, load or be framed, should a browser ever take it for one.
    private static final String NO_CONTENT = "default-src 'none'; frame-ancestors 'none'";

    private final HttpSettings settings;
    private final InstantSource clock;
    private volatile Dated date = new Dated(-1, "");

    ResponseHeaders(HttpSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    void complete(Exchange exchange, MutableHttpResponse<?> response) {
        MutableHttpHeaders headers = response.getHeaders();
        headers.set(Correlation.HEADER, exchange.correlationId());
        headers.set(HttpHeaders.DATE, date());
        headers.set("X-Content-Type-Options", "nosniff");
        setIfAbsent(headers, "Referrer-Policy", "no-referrer");
        if (exchange.isApi() || exchange.problemCode() != null) {
            setIfAbsent(headers, "Cache-Control", "no-store");
            setIfAbsent(headers, "Content-Security-Policy", NO_CONTENT);
        }
        if (exchange.request().getMethod() == HttpMethod.HEAD && response.body() instanceof byte[] bytes) {
            // Said by us, because the server would else close the connection to mark the end of an unknown length.
            response.contentLength(bytes.length);
        }
        if (settings.https()) {
            headers.set("Strict-Transport-Security", HSTS);
        }
        List<Exchange.Counted> counted = exchange.counted();
        if (!counted.isEmpty()) {
            headers.set("RateLimit-Policy", list(counted, ResponseHeaders::policy));
            headers.set("RateLimit", list(counted, ResponseHeaders::standing));
        }
    }

    /** RFC 9110 §6.6.1; written once a second, not once an answer. */
    private String date() {
        long second = clock.instant().getEpochSecond();
        if (date.second() != second) {
            date = new Dated(
                    second,
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC)));
        }
        return date.text();
    }

    private static String list(List<Exchange.Counted> counted, Function<Exchange.Counted, String> item) {
        return counted.size() == 1
                ? item.apply(counted.getFirst())
                : counted.stream().map(item).collect(Collectors.joining(", "));
    }

    private static String policy(Exchange.Counted counted) {
        Quota quota = counted.quota();
        return '"' + quota.name() + "\";q=" + quota.requests() + ";w="
                + quota.window().toSeconds();
    }

    private static String standing(Exchange.Counted counted) {
        long resetsIn = (counted.standing().resetsIn().toMillis() + 999) / 1000;
        return '"' + counted.quota().name() + "\";r=" + counted.standing().remaining() + ";t=" + resetsIn;
    }

    private static void setIfAbsent(MutableHttpHeaders headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
