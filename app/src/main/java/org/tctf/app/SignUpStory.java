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
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The story that the platform starts from, told over HTTP: somebody signs up, reads the code in the local mailbox,
 * confirms and signs in. For training runs and measurements; needs the console's mailbox.
 */
public final class SignUpStory {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    /** Everybody's in these stories. */
    public static final String PASSWORD = "difference engine no 2";

    private static final int LOOKS = 2000;
    private static final long BETWEEN_LOOKS = Duration.ofMillis(5).toNanos();

    private final HttpClient http;
    private final URI platform;
    private final String correlationId;

    public SignUpStory(HttpClient http, URI platform) {
        this(http, platform, "story-of-a-sign-up");
    }

    private SignUpStory(HttpClient http, URI platform, String correlationId) {
        this.http = http;
        this.platform = platform;
        this.correlationId = correlationId;
    }

    /** The same story with this correlation id on its requests. */
    public SignUpStory correlated(String id) {
        return new SignUpStory(http, platform, id);
    }

    /** @return the sign-up's session */
    public String signUp(String membershipName) throws IOException, InterruptedException {
        Map<String, String> form = Map.of(
                "email", email(membershipName),
                "password", PASSWORD,
                "firstName", "Ada",
                "lastName", "Lovelace",
                "membershipName", membershipName,
                "membershipPlan", "INDIVIDUAL",
                "country", "GB",
                "jobTitle", "Analyst");
        return send("POST", "/v1/account/signup", null, form).path("sessionId").asText();
    }

    /** Waits for the mail; at most ten seconds. */
    public String code(String membershipName) throws IOException, InterruptedException {
        for (int i = 0; i < LOOKS; i++) {
            JsonNode mails = get("/console/api/mailbox?to=" + email(membershipName), null);
            Matcher code = CODE.matcher(mails.path("items").toString());
            if (code.find()) {
                return code.group(1);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        throw new IOException("no code has come for " + membershipName);
    }

    /** @return the new member's id */
    public String confirm(String session, String code) throws IOException, InterruptedException {
        return send("POST", "/v1/account/signup/confirm", null, Map.of("sessionId", session, "code", code))
                .path("userId")
                .asText();
    }

    /** What somebody holds who is signed in. */
    public record Tokens(String accessToken, String refreshToken) {}

    public Tokens signIn(String membershipName) throws IOException, InterruptedException {
        JsonNode answer =
                send("POST", "/v1/auth/signin", null, Map.of("email", email(membershipName), "password", PASSWORD));
        return new Tokens(
                answer.path("accessToken").asText(), answer.path("refreshToken").asText());
    }

    public String accessToken(String membershipName) throws IOException, InterruptedException {
        return signIn(membershipName).accessToken();
    }

    /**
     * The whole story.
     *
     * @return the access token of the new member
     */
    String tell(String membershipName) throws IOException, InterruptedException {
        confirm(signUp(membershipName), code(membershipName));
        return accessToken(membershipName);
    }

    JsonNode get(String path, @Nullable String token) throws IOException, InterruptedException {
        return send("GET", path, token, null);
    }

    /** @return the answer, or nothing where it is not JSON */
    JsonNode send(String method, String path, @Nullable String token, @Nullable Object body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(platform.resolve(path)).header("X-Correlation-ID", correlationId);
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

    public static String email(String membershipName) {
        return membershipName + "@example.org";
    }
}
