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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The story that the platform starts from, told over HTTP: somebody signs up, reads the code in the local mailbox,
 * confirms and signs in.
 */
final class SignUpStory {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final String PASSWORD = "difference engine no 2";

    private final HttpClient http;
    private final URI platform;

    SignUpStory(HttpClient http, URI platform) {
        this.http = http;
        this.platform = platform;
    }

    /** @return the access token of the new member */
    String tell(String membershipName) throws IOException, InterruptedException {
        String email = membershipName + "@example.org";
        JsonNode session = post(
                "/v1/account/signup",
                null,
                Map.of(
                        "email", email,
                        "password", PASSWORD,
                        "firstName", "Ada",
                        "lastName", "Lovelace",
                        "membershipName", membershipName,
                        "membershipPlan", "INDIVIDUAL",
                        "country", "GB",
                        "jobTitle", "Analyst"));
        String sessionId = session.path("sessionId").asText();
        post("/v1/account/signup/confirm", null, Map.of("sessionId", sessionId, "code", code(email)));
        JsonNode tokens = post("/v1/auth/signin", null, Map.of("email", email, "password", PASSWORD));
        return tokens.path("accessToken").asText();
    }

    JsonNode get(String path, @Nullable String token) throws IOException, InterruptedException {
        return send("GET", path, token, null);
    }

    JsonNode post(String path, @Nullable String token, @Nullable Object body) throws IOException, InterruptedException {
        return send("POST", path, token, body);
    }

    JsonNode send(String method, String path, @Nullable String token, @Nullable Object body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(platform.resolve(path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        request.method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new IOException(
                    "%s %s answered %d: %s".formatted(method, path, response.statusCode(), response.body()));
        }
        return response.body().startsWith("{") || response.body().startsWith("[")
                ? JSON.readTree(response.body())
                : JSON.nullNode();
    }

    private String code(String email) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 200; attempt++) {
            for (JsonNode mail : get("/console/api/mailbox?to=" + email, null).path("items")) {
                Matcher code = CODE.matcher(mail.path("text").asText());
                if (code.find()) {
                    return code.group(1);
                }
            }
            Thread.sleep(25);
        }
        throw new IOException("no code has come for " + email);
    }
}
