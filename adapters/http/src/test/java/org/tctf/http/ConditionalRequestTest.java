package org.tctf.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entity tags and what is conditional on them (RFC 9110 §13). */
class ConditionalRequestTest extends WithServer {

    @Test
    void anAnswerWithAVersionHasItAsItsEntityTag() {
        Answer created = server.post("/v1/notes", "{\"title\":\"x\"}").as("ada").send();

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(server.get("/v1/notes/seen").send().header("ETag")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "W/\"1\"", "\"0\", \"1\"", "*"})
    void whoHasTheCurrentVersionIsToldSoWithoutABody(String known) {
        Answer answer =
                server.get(note()).as("ada").header("If-None-Match", known).send();

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.text()).isEmpty();
    }

    @Test
    void whoHasAnOldOneGetsTheNew() {
        Answer answer =
                server.get(note()).as("ada").header("If-None-Match", "\"0\"").send();

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aChangeOfAVersionThatIsNotCurrentIsRefused() {
        String note = note();

        assertThat(change(note, "\"1\"").header("ETag")).isEqualTo("\"2\"");
        Answer refused = change(note, "\"1\"");
        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.code()).isEqualTo("VERSION_MISMATCH");
        assertThat(change(note, "*").status()).isEqualTo(200);
    }

    @Test
    void aHeadIsAGetWithoutItsBodyAndKeepsTheConnection() {
        String note = note();
        Answer get = server.get(note).as("ada").send();
        Answer head = server.call("HEAD", note).as("ada").send();

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(head.header("ETag")).isEqualTo("\"1\"");
        assertThat(head.header("Connection")).isNull();
    }

    @Test
    void aHeadOfNothingIsNotFound() {
        assertThat(server.call("HEAD", "/v1/nothing").send().status()).isEqualTo(404);
    }

    private String note() {
        Answer created = server.post("/v1/notes", "{\"title\":\"x\"}").as("ada").send();
        return "/v1/notes/" + created.json().path("id").asText();
    }

    private Answer change(String note, String ifMatch) {
        return server.call("PUT", note)
                .json("{\"title\":\"y\"}")
                .as("ada")
                .header("If-Match", ifMatch)
                .send();
    }
}
