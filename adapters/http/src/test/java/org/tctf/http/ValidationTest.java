package org.tctf.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That a request is checked against the document that the compiler made of the controllers. */
class ValidationTest extends WithServer {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                              | /title          | REQUIRED",
                "{\"title\":\"\"}                                | /title          | TOO_SHORT",
                "{\"title\":7}                                   | /title          | WRONG_TYPE",
                "{\"title\":null}                                | /title          | WRONG_TYPE",
                "{\"title\":\"x\",\"colour\":1}                  | /colour         | UNKNOWN_FIELD",
                "{\"title\":\"x\",\"a/b~c\":1}                   | /a~1b~0c        | UNKNOWN_FIELD",
                "{\"title\":\"x\",\"priority\":0}                | /priority       | TOO_SMALL",
                "{\"title\":\"x\",\"priority\":6}                | /priority       | TOO_LARGE",
                "{\"title\":\"x\",\"priority\":\"5\"}            | /priority       | WRONG_TYPE",
                "{\"title\":\"x\",\"priority\":1.5}              | /priority       | WRONG_TYPE",
                "{\"title\":\"x\",\"label\":\"NO\"}              | /label          | PATTERN",
                "{\"title\":\"x\",\"kind\":\"OTHER\"}            | /kind           | NOT_ALLOWED",
                "{\"title\":\"x\",\"tags\":\"a\"}                | /tags           | WRONG_TYPE",
                "{\"title\":\"x\",\"tags\":[\"ok\",\"toolong\"]} | /tags/1         | TOO_LONG",
                "{\"title\":\"x\",\"author\":{}}                 | /author/name    | REQUIRED",
                "{\"title\":\"x\",\"author\":{\"name\":\"a\",\"email\":\"b\"}} | /author/email | FORMAT",
                "{\"title\":\"x\",\"author\":{\"name\":\"a\",\"x\":1}}         | /author/x     | UNKNOWN_FIELD",
                "{\"title\":\"x\",\"price\":{\"amount\":1,\"currency\":\"EUR\"}} | /price/amount | WRONG_TYPE",
                "{\"title\":\"x\",\"price\":{\"amount\":\"1\"}}  | /price/currency | REQUIRED",
            })
    void eachWrongFieldIsPointedAt(String json, String pointer, String code) {
        Answer answer = write(json);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
        assertThat(answer.errorAt(pointer)).as(answer.text()).isEqualTo(code);
        assertThat(answer.json().path("errors")).hasSize(1);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Answer answer = write("{\"title\":\"\",\"priority\":9,\"author\":{},\"x\":1}");

        assertThat(answer.json().path("errors")).hasSize(4);
        assertThat(answer.json().path("detail").asText()).startsWith("4 things");
    }

    @Test
    void aWrongValueIsNeverRepeated() {
        Answer answer = write(
                "{\"title\":\"x\",\"label\":\"S3cret!\",\"kind\":\"Pa55word\",\"author\":{\"name\":\"a\",\"email\":\"hunter2\"}}");

        assertThat(answer.text()).doesNotContain("S3cret", "Pa55word", "hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"x\"}",
                "{\"title\":\"x\",\"priority\":null,\"label\":null,\"tags\":null,\"author\":null,\"kind\":null,\"price\":null}",
                "{\"title\":\"x\",\"author\":{\"name\":\"a\",\"email\":null}}",
                "{\"title\":\"x\",\"price\":{\"amount\":\"49.00\",\"currency\":\"EUR\"}}",
                "{\"title\":\"\\ud83d\\ude00\",\"kind\":\"TASK\",\"tags\":[]}"
            })
    void whatIsOptionalMayBeMissingOrNull(String json) {
        Answer answer = write(json);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    @Test
    void aValueThatFitsTheSchemaButNotTheTypeIsTheCallersMistake() {
        Answer answer = write("{\"title\":\"x\",\"price\":{\"amount\":\"1.005\",\"currency\":\"EUR\"}}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("VALIDATION_ERROR");
        assertThat(answer.errorAt("/price")).isEqualTo("NOT_ALLOWED");
    }

    @ParameterizedTest
    @CsvSource({
        "?limit=0, /limit, TOO_SMALL",
        "?limit=101, /limit, TOO_LARGE",
        "?limit=ten, /limit, WRONG_TYPE",
        "?limit=, /limit, WRONG_TYPE",
        "?limit=99999999999999999999, /limit, TOO_LARGE",
        "?limt=5, /limt, UNKNOWN_FIELD"
    })
    void queryParametersAreCheckedToo(String query, String pointer, String code) {
        Answer answer = server.get("/v1/notes" + query).as("ada").send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorAt(pointer)).as(answer.text()).isEqualTo(code);
    }

    @Test
    void soArePathVariables() {
        Answer answer = server.get("/v1/notes/not-a-uuid").as("ada").send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorAt("/id")).isEqualTo("FORMAT");
    }

    private Answer write(String json) {
        return server.post("/v1/notes", json).as("ada").send();
    }
}
