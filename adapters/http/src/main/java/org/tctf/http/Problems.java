package org.tctf.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.kernel.Problem;

/** Answers with problem details (RFC 9457), and with a page where a page was asked for. A bug's own message goes to the log, with its stack, and nowhere else. */
@Singleton
final class Problems {
    static final String MEDIA_TYPE = "application/problem+json";

    private record Kind(URI type, String title) {

        static Kind of(String code) {
            String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
            return new Kind(
                    URI.create("/problems/" + words.replace(' ', '-')),
                    Character.toUpperCase(words.charAt(0)) + words.substring(1));
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Map<String, Kind> kinds = new ConcurrentHashMap<>();
    private final Json json;
    private final InstantSource clock;

    Problems(Json json, InstantSource clock) {
        this.json = json;
        this.clock = clock;
    }

    MutableHttpResponse<?> answer(Exchange exchange, Throwable thrown) {
        Failure failure = Failures.of(thrown);
        if (failure.status() >= 500 && !(thrown instanceof Problem)) {
            LOG.error("{} failed", routeName(exchange), thrown);
        }
        return answer(exchange, failure);
    }

    MutableHttpResponse<?> answer(Exchange exchange, Failure failure) {
        exchange.failedWith(failure.code());
        MutableHttpResponse<?> response = ProblemPages.of(exchange, failure)
                .<MutableHttpResponse<?>>map(page -> Answers.shown(page, HttpResponse.status(status(failure))))
                .orElseGet(() -> written(exchange, failure));
        failure.headers().forEach(response::header);
        if (failure.retryAfterSeconds() != null) {
            response.header("Retry-After", failure.retryAfterSeconds().toString());
        }
        return response;
    }

    private MutableHttpResponse<byte[]> written(Exchange exchange, Failure failure) {
        ProblemDocument document = document(failure, exchange.request().getPath(), exchange.correlationId());
        return HttpResponse.<byte[]>status(status(failure))
                .body(json.bytes(document))
                .header("Content-Type", MEDIA_TYPE);
    }

    private static HttpStatus status(Failure failure) {
        return HttpStatus.valueOf(failure.status());
    }

    ProblemDocument document(Failure failure, String instance, String correlationId) {
        Kind kind = kinds.computeIfAbsent(failure.code(), Kind::of);
        return new ProblemDocument(
                kind.type(),
                kind.title(),
                failure.status(),
                failure.detail(),
                instance,
                failure.code(),
                correlationId,
                clock.instant(),
                failure.errors(),
                failure.retryAfterSeconds(),
                failure.remainingAttempts());
    }

    private static String routeName(Exchange exchange) {
        return exchange.route() == null
                ? "a request without a route"
                : exchange.route().name();
    }
}
