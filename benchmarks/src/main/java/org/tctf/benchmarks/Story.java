package org.tctf.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody signs up, over HTTP, step by step. */
final class Story {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final String PASSWORD = "difference engine no 2";

    private final HttpClient http;
    private final URI platform;
    private final String correlation;

    Story(HttpClient http, URI platform) {
        this(http, platform, "story-of-a-sign-up");
    }

    private Story(HttpClient http, URI platform, String correlation) {
        this.http = http;
        this.platform = platform;
        this.correlation = correlation;
    }

    /** The same story with this correlation id on its requests. */
    Story correlated(String id) {
        return new Story(http, platform, id);
    }

    /** @return the sign-up's session */
    String signUp(String name) throws IOException, InterruptedException {
        return send(
                        "/v1/account/signup",
                        Map.of(
                                "email", email(name),
                                "password", PASSWORD,
                                "firstName", "Ada",
                                "lastName", "Lovelace",
                                "membershipName", name,
                                "membershipPlan", "INDIVIDUAL",
                                "country", "GB",
                                "jobTitle", "Analyst"))
                .path("sessionId")
                .asText();
    }

    /** Waits for the mail. */
    String code(String name) throws IOException, InterruptedException {
        for (int i = 0; i < 2000; i++) {
            Matcher code = CODE.matcher(
                    get("/console/api/mailbox?to=" + email(name)).path("items").toString());
            if (code.find()) {
                return code.group(1);
            }
            LockSupport.parkNanos(5_000_000);
        }
        throw new IOException("no code has come for " + name);
    }

    /** @return the new member's id */
    String confirm(String session, String code) throws IOException, InterruptedException {
        return send("/v1/account/signup/confirm", Map.of("sessionId", session, "code", code))
                .path("userId")
                .asText();
    }

    String accessToken(String name) throws IOException, InterruptedException {
        return send("/v1/auth/signin", Map.of("email", email(name), "password", PASSWORD))
                .path("accessToken")
                .asText();
    }

    private static String email(String name) {
        return name + "@example.org";
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(platform.resolve(path)).build());
    }

    private JsonNode send(String path, Map<String, String> body) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(platform.resolve(path))
                .header("Content-Type", "application/json")
                .header("X-Correlation-ID", correlation)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    private JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(
                    "%s answered %d: %s".formatted(request.uri(), response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body());
    }
}
