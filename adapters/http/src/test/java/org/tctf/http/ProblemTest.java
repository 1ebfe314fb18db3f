package org.tctf.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That every failure is told in one format (RFC 9457), and none tells too much. */
class ProblemTest extends WithServer {

    @Test
    void aProblemHasAllThatACallerNeeds() {
        Answer answer = server.get("/v1/notes/refused").send();

        assertThat(answer.status()).isEqualTo(423);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Retry-After")).as("1.5 s, rounded up").isEqualTo("2");
        var json = answer.json();
        assertThat(json.path("type").asText()).isEqualTo("/problems/note-locked");
        assertThat(json.path("title").asText()).isEqualTo("Note locked");
        assertThat(json.path("status").asInt()).isEqualTo(423);
        assertThat(json.path("detail").asText()).isEqualTo("Locked for a while.");
        assertThat(json.path("instance").asText()).isEqualTo("/v1/notes/refused");
        assertThat(json.path("code").asText()).isEqualTo("NOTE_LOCKED");
        assertThat(json.path("timestamp").asText())
                .isEqualTo(server.clock().instant().toString());
        assertThat(json.path("retryAfter").asInt()).isEqualTo(2);
        assertThat(json.path("remainingAttempts").asInt()).isEqualTo(2);
        assertThat(answer.errorAt("/title")).isEqualTo("NOTE_LOCKED");
    }

    @Test
    void aBugSaysNothingOfItself() {
        Answer answer = server.get("/v1/notes/broken").send();

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.code()).isEqualTo("INTERNAL_ERROR");
        assertThat(answer.text()).doesNotContain("sqlite", "IllegalState", "secret");
    }

    @Test
    void aLostRaceIsAConflict() {
        Answer answer = server.get("/v1/notes/lost").send();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("CONCURRENT_MODIFICATION");
    }

    @Test
    void aTableThatCannotBeReachedIsUnavailable() {
        Answer answer = server.get("/v1/notes/unreachable").send();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("UNAVAILABLE");
        assertThat(answer.text()).doesNotContain("disk");
    }

    @Test
    void anErrorWithABodyOfItsOwnIsToldInTheOneFormat() {
        Answer answer = server.get("/v1/notes/answered").send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text()).doesNotContain("a body of its own");
    }

    @Test
    void outsideTheApiAnErrorMayHaveABodyOfItsOwn() {
        Answer answer = server.get("/ping/health").send();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).isEqualTo("{\"ready\":false}");
    }

    @Test
    void anUnknownPathIsNotFound() {
        Answer answer = server.get("/v1/nothing?token=s3cret").send();

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("NOT_FOUND");
        assertThat(answer.json().path("instance").asText()).isEqualTo("/v1/nothing");
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        Answer answer = server.call("DELETE", "/v1/notes").as("ada").send();

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.code()).isEqualTo("METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow")).isEqualTo("GET, HEAD, POST");
    }

    @Test
    void aTypeThatWeDoNotHaveIsNotAcceptable() {
        Answer answer =
                server.get("/v1/notes/seen").header("Accept", "image/png").send();

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.code()).isEqualTo("NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/notes/%zz HTTP/1.1",
                "GET /v1/notes/%00 HTTP/1.1",
                "GET /v1/notes?cursor=%00&limit=%ff HTTP/1.1",
                "GET /v1/notes/a b HTTP/1.1",
                "GET /v1/notes/{id} HTTP/1.1",
                "GET //v1///notes HTTP/1.1",
                "GET /v1/../../etc/passwd HTTP/1.1",
                "GET /v1/notes/\u00e4 HTTP/1.1",
                "BREW /v1/notes HTTP/1.1",
                "GET * HTTP/1.1",
                "GET /v1/notes/seen HTTP/1.1\r\nContent-Length: x",
                "POST /v1/notes/raw HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 999999999999",
                "POST /v1/notes/raw HTTP/1.1\r\nContent-Type: \r\nContent-Length: 2\r\n\r\n{}",
                "POST /v1/notes/raw HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "POST /v1/notes/raw HTTP/1.1\r\nContent-Type: application/json; charset=\u0001\r\nContent-Length: 2\r\n\r\n{}",
                "GET /v1/notes/seen?a=1&a=2&&=&b HTTP/1.1"
            })
    void brokenHttpIsTheCallersMistake(String head) throws IOException {
        String answer = raw(head);

        assertThat(answer).matches("(?s)HTTP/1[.]. 4.*application/problem[+]json.*\"code\".*");
    }

    private String raw(String head) throws IOException {
        try (Socket socket = new Socket("localhost", server.port())) {
            socket.setSoTimeout(5000);
            String common = "\r\nHost: localhost\r\nAuthorization: Bearer ada.MEMBER\r\nConnection: close";
            String request = head.replaceFirst("(?= HTTP/1.1)( HTTP/1.1)", "$1" + common) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            byte[] answer = in.readNBytes(2000);
            return new String(answer, StandardCharsets.UTF_8);
        }
    }
}
