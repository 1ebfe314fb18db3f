package org.tctf.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * People who sign up at a platform that keeps dying: whoever got an answer goes on until they are confirmed; whoever got
 * none gives up, as people do.
 */
final class SignUps {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final URI platform;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, String> waiting = new ConcurrentHashMap<>();
    private final Map<String, String> confirmed = new ConcurrentHashMap<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Map<String, String> serverErrors = new ConcurrentHashMap<>();

    SignUps(URI platform) {
        this.platform = platform;
    }

    /** Membership names of those whose confirmation was answered. */
    Map<String, String> confirmed() {
        return confirmed;
    }

    /** How many were answered, confirmed or not. */
    int accepted() {
        return waiting.size() + confirmed.size();
    }

    /** Waits until so many are; gives up after a while, since a platform may be too slow for it. */
    void awaitAccepted(int number, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (accepted() < number && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    int unanswered() {
        return unanswered.get();
    }

    boolean isNobodyWaiting() {
        return waiting.isEmpty();
    }

    /** Answers of 5xx by request; a platform that dies doesn't answer, one that lives must not fail. */
    Map<String, String> serverErrors() {
        return serverErrors;
    }

    /** One more person fills in the form. */
    void signUp() {
        String name = "member_%05d".formatted(next.incrementAndGet());
        Map<String, String> form = Map.of(
                "email", email(name),
                "password", "a password for " + name,
                "firstName", "Ada",
                "lastName", "Lovelace",
                "membershipName", name,
                "membershipPlan", "INDIVIDUAL",
                "country", "GB",
                "jobTitle", "Analyst");
        Optional<JsonNode> answer = post("/v1/account/signup", form);
        answer.ifPresentOrElse(
                session -> waiting.put(name, session.path("sessionId").asText()), unanswered::incrementAndGet);
    }

    /** Everybody who waits looks into the mailbox, and confirms if the code has come. */
    void confirmThoseWhoWait() {
        for (Map.Entry<String, String> one : waiting.entrySet()) {
            code(one.getKey())
                    .flatMap(code ->
                            post("/v1/account/signup/confirm", Map.of("sessionId", one.getValue(), "code", code)))
                    .ifPresent(done -> {
                        confirmed.put(one.getKey(), one.getValue());
                        waiting.remove(one.getKey());
                    });
        }
    }

    static String email(String membershipName) {
        return membershipName + "@example.org";
    }

    private Optional<String> code(String name) {
        return send(HttpRequest.newBuilder(platform.resolve("/console/api/mailbox?to=" + email(name)))
                        .build())
                .map(box -> CODE.matcher(box.path("items").toString()))
                .filter(Matcher::find)
                .map(found -> found.group(1));
    }

    private Optional<JsonNode> post(String path, Map<String, String> body) {
        try {
            return send(HttpRequest.newBuilder(platform.resolve(path))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build());
        } catch (IOException notJson) {
            throw new IllegalArgumentException(notJson);
        }
    }

    /** The answer, if one came that says yes. */
    private Optional<JsonNode> send(HttpRequest request) {
        try {
            HttpResponse<String> response =
                    http.sendAsync(request, BodyHandlers.ofString()).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() >= 500 && response.statusCode() != 503) {
                serverErrors.put(request.uri().toString(), response.body());
            }
            return response.statusCode() < 300 ? Optional.of(JSON.readTree(response.body())) : Optional.empty();
        } catch (IOException | ExecutionException | TimeoutException dead) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
