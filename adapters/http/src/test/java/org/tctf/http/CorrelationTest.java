package org.tctf.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest extends WithServer {

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "Order_4711.retry-2", "0190c0de-0000-7000-8000-000000000000"})
    void aUsableCorrelationIdOfTheCallerIsKept(String id) {
        Answer answer =
                server.get("/v1/notes/seen").header("X-Correlation-ID", id).send();

        assertThat(answer.header("X-Correlation-ID")).isEqualTo(id);
        assertThat(answer.json().path("correlationId").asText()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "has a space", "semi;colon", "quote\"quote", "umlaut-\u00e4\u00e4\u00e4\u00e4"})
    void anyOtherIsReplacedByANewOne(String id) {
        Answer answer =
                server.get("/v1/notes/seen").header("X-Correlation-ID", id).send();

        String given = answer.header("X-Correlation-ID");
        assertThat(UUID.fromString(given).version()).isEqualTo(7);
    }

    @Test
    void oneOfMoreThan128CharactersIsReplacedToo() {
        Answer answer = server.get("/v1/notes/seen")
                .header("X-Correlation-ID", "x".repeat(129))
                .send();

        assertThat(answer.header("X-Correlation-ID")).hasSize(36);
    }

    @Test
    void aProblemTellsTheSameIdAsItsHeader() {
        Answer answer = server.get("/v1/nothing").send();

        assertThat(answer.json().path("correlationId").asText()).isEqualTo(answer.header("X-Correlation-ID"));
    }

    @Test
    void anObserverLearnsWhatWasServedAndNoSecret() {
        server.get("/v1/notes/0190c0de-0000-7000-8000-000000000000")
                .as("ada")
                .header("X-Correlation-ID", "order-4711")
                .send();

        ServedRequest served = server.served().getFirst();
        assertThat(served.method()).isEqualTo("GET");
        assertThat(served.route()).isEqualTo("/v1/notes/{id}");
        assertThat(served.service()).isEqualTo("notes");
        assertThat(served.status()).isEqualTo(404);
        assertThat(served.code()).isEqualTo("NOTE_NOT_FOUND");
        assertThat(served.actor()).isEqualTo("ada");
        assertThat(served.correlationId()).isEqualTo("order-4711");
        assertThat(served.duration()).isPositive();
    }
}
