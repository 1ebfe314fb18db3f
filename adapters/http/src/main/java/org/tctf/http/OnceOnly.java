package org.tctf.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tctf.http.KeptRequest.KeptAnswer;
import org.tctf.http.KeptRequest.State;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.CommitMark;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.ServiceTables;
import org.tctf.kernel.web.Idempotency;

/**
 * Does a write with an {@code Idempotency-Key} (or {@code X-Idempotency-Key}) once, and answers its repetitions as it
 * answered the first (draft-ietf-httpapi-idempotency-key-header-07).
 *
 * <p>A record in the service's own table goes RUNNING → COMMITTED → DONE. COMMITTED is set in the same transaction as
 * the handler's first effect, and only by who still owns the record; so whatever crashes whenever, the effect is there
 * at most once, and a repetition learns which it is. A lease that ran out before COMMITTED is taken over; one that ran
 * out after it is answered with 409 {@code REQUEST_OUTCOME_UNKNOWN}. What a handler does elsewhere before its first
 * commit (at an identity or mail provider) is outside the transaction and may happen again after a crash, so it must be
 * repeatable by itself. Routes of no service have no table, and ignore the key.
 *
 * <p>Kept are answers that stand: success and the domain's refusals. Not kept are those that invite to try again (5xx,
 * 429, {@code CONCURRENT_MODIFICATION}), and nothing is kept of requests that were refused before the handler.
 *
 * <p>The scope is caller and route. Callers who are not signed in share one scope, told apart by their requests: an
 * address would be wrong in both directions, since it changes between a phone's two attempts, and an office shares one. An
 * answer is only ever given to who sends the same key and the same request to the last byte, credentials included, so
 * nobody gets another's; whose key is not random may get 422 for somebody else's.
 */
@Singleton
final class OnceOnly {
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int MAX_KEY = 255;
    // With keys and encoding it stays well under the 400 KB of an item.
    private static final int MAX_KEPT_BODY = 256 * 1024;
    private static final Set<HttpMethod> WRITES =
            EnumSet.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final List<String> KEPT_HEADERS = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_LANGUAGE,
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.LOCATION,
            HttpHeaders.ETAG,
            HttpHeaders.WWW_AUTHENTICATE);

    private final ServiceTables tables;
    private final InstantSource clock;
    private final Ids ids;

    OnceOnly(ServiceTables tables, InstantSource clock, Ids ids) {
        this.tables = tables;
        this.clock = clock;
        this.ids = ids;
    }

    /** @param handler never throws: a failure is an answer */
    MutableHttpResponse<?> call(Exchange exchange, RequestBody body, Supplier<MutableHttpResponse<?>> handler) {
        String key = idempotencyKey(exchange);
        RoutePolicy route = exchange.route();
        ServiceDefinition service = route == null ? null : route.service();
        if (key == null || route == null || service == null) {
            return handler.get();
        }
        KeptRequests kept = new KeptRequests(tables.of(service), clock);
        RequestSecret secret = RequestSecret.of(key, requestLine(exchange), body.bytes());
        Key at = Idempotency.REQUEST.key(exchange.actor(), RequestSecret.digest(key), route.name());
        KeptRequest mine = running(
                secret,
                route.idempotencyWindow(),
                TimeLeft.of(exchange.request()).orElse(LEASE));

        KeptRequest claimed = kept.claim(at, mine);
        if (claimed.answer() != null) {
            return replay(claimed.answer(), secret);
        }
        CommitMark mark = kept.mark(at, mine);
        MutableHttpResponse<?> response = mark.call(handler::get);
        KeptAnswer answer = stands(exchange, response) ? keepable(response, secret) : null;
        if (answer != null) {
            kept.finish(at, mine, mine.answered(answer));
        } else if (mark.isSpent() || isSuccess(response)) {
            kept.finish(at, mine, mine.unanswered(clock.instant()));
        } else {
            kept.forget(at, mine);
        }
        return response;
    }

    private KeptRequest running(RequestSecret secret, Duration window, Duration lease) {
        Instant now = clock.instant();
        Instant leaseEnds = now.plus(lease);
        Instant windowEnds = now.plus(window);
        return new KeptRequest(
                State.RUNNING,
                ids.next().toString(),
                secret.fingerprint(),
                leaseEnds,
                windowEnds.isAfter(leaseEnds) ? windowEnds : leaseEnds,
                null);
    }

    private static @Nullable String idempotencyKey(Exchange exchange) {
        if (!WRITES.contains(exchange.request().getMethod())) {
            return null;
        }
        String key = exchange.request().getHeaders().get("Idempotency-Key");
        String alias = exchange.request().getHeaders().get("X-Idempotency-Key");
        String chosen = key == null ? alias : key;
        if (chosen == null) {
            return null;
        }
        boolean isUsable = !chosen.isEmpty()
                && chosen.length() <= MAX_KEY
                && chosen.chars().allMatch(c -> c > ' ' && c <= '~')
                && (alias == null || alias.equals(chosen));
        if (!isUsable) {
            throw Problem.invalid(
                    "INVALID_IDEMPOTENCY_KEY",
                    "An idempotency key is 1 to 255 visible ASCII characters, given once; a random UUID is best.");
        }
        return chosen;
    }

    private static String requestLine(Exchange exchange) {
        return exchange.request().getMethodName() + " " + exchange.request().getUri();
    }

    private static boolean stands(Exchange exchange, HttpResponse<?> response) {
        return response.code() < 500
                && response.code() != 429
                && !"CONCURRENT_MODIFICATION".equals(exchange.problemCode());
    }

    private static boolean isSuccess(HttpResponse<?> response) {
        return response.code() < 400;
    }

    /** None when the answer is a stream, or too large to keep. */
    private static @Nullable KeptAnswer keepable(HttpResponse<?> response, RequestSecret secret) {
        byte[] body = switch (response.body()) {
            case null -> new byte[0];
            case byte[] bytes -> bytes;
            case CharSequence text -> text.toString().getBytes(StandardCharsets.UTF_8);
            default -> null;
        };
        if (body == null || body.length > MAX_KEPT_BODY) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        for (String name : KEPT_HEADERS) {
            String value = response.getHeaders().get(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new KeptAnswer(response.code(), headers, secret.seal(body));
    }

    private static MutableHttpResponse<?> replay(KeptAnswer answer, RequestSecret secret) {
        MutableHttpResponse<byte[]> response = HttpResponse.status(HttpStatus.valueOf(answer.status()));
        byte[] body = secret.open(answer.sealedBody());
        if (body.length > 0) {
            response.body(body);
        }
        answer.headers().forEach(response::header);
        return response.header("Idempotency-Replayed", "true");
    }
}
