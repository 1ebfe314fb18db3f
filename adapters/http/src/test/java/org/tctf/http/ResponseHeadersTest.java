package org.tctf.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadersTest extends WithServer {

    @Override
    Map<String, Object> settings() {
        return Map.of("tctf.http.https", true, "tctf.http.cors-origins", "https://app.example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/notes/seen", "/v1/nothing", "/v1/notes/broken", "/v1/notes"})
    void everyAnswerOfTheApiIsSafeToReceive(String path) {
        Answer answer = server.get(path).send();

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Strict-Transport-Security")).startsWith("max-age=63072000");
        assertThat(answer.header("Date")).endsWith("GMT");
    }

    @Test
    void aPageBringsItsOwnPolicy() {
        Answer answer = server.get("/ping").send();

        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("Content-Security-Policy")).isNull();
        assertThat(answer.header("Cache-Control")).isNull();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void aListedOriginMayCallAndReadTheAnswer() {
        Answer preflight = server.call("OPTIONS", "/v1/notes")
                .header("Origin", "https://app.example.org")
                .header("Access-Control-Request-Method", "POST")
                .send();
        assertThat(preflight.status()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.org");
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("GET", "POST");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("Idempotency-Key");
        assertThat(preflight.header("Access-Control-Allow-Credentials")).isNull();

        Answer call = server.get("/v1/notes/seen")
                .header("Origin", "https://app.example.org")
                .send();
        assertThat(call.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.org");
        assertThat(call.header("Access-Control-Expose-Headers")).contains("ETag");
        assertThat(call.header("Vary")).isEqualTo("Origin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example.org", "null", "https://app.example.org.evil.org", "http://app.example.org"
            })
    void anyOtherMayNot(String origin) {
        Answer preflight =
                server.call("OPTIONS", "/v1/notes").header("Origin", origin).send();
        assertThat(preflight.header("Access-Control-Allow-Origin")).isNull();
        assertThat(preflight.header("Access-Control-Allow-Methods")).isNull();

        Answer call = server.get("/v1/notes/seen").header("Origin", origin).send();
        assertThat(call.header("Access-Control-Allow-Origin")).isNull();
        assertThat(call.header("Vary")).as("also for caches").isEqualTo("Origin");
    }

    @Test
    void aWriteFromAnotherPageIsRefused() {
        Answer refused = server.call("POST", "/v1/notes/limited")
                .header("Origin", "https://evil.example.org")
                .send();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("ORIGIN_NOT_ALLOWED");

        assertThat(server.call("POST", "/v1/notes/limited")
                        .header("Origin", "http://localhost:" + server.port())
                        .send()
                        .status())
                .as("a page of our own")
                .isEqualTo(200);
    }

    @Test
    void optionsTellsThePathsMethods() {
        Answer answer = server.call("OPTIONS", "/v1/notes").send();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        assertThat(server.call("OPTIONS", "/v1/nothing").send().status()).isEqualTo(404);
    }
}
