package org.tctf.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That a controller runs in the pipeline's own thread, whatever way the request came. */
class PipelineTest {
    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start(Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aControllerSeesTheFlowOnAVirtualThread() {
        Answer answer = server.get("/v1/notes/seen")
                .as("ada")
                .header("X-Correlation-ID", "order-4711")
                .send();

        assertThat(answer.json().path("actor").asText()).isEqualTo("ada=ada");
        assertThat(answer.json().path("correlationId").asText()).isEqualTo("order-4711");
        assertThat(answer.json().path("isVirtualThread").asBoolean()).isTrue();
    }

    @Test
    void soDoesOneWhoseBodyArrivesInPieces() {
        byte[] large = ("{\"a\":\"" + "x".repeat(150_000) + "\"}").getBytes(StandardCharsets.UTF_8);

        Answer answer = server.call("POST", "/v1/notes/seen")
                .body(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .header("Content-Type", "application/json")
                .header("X-Correlation-ID", "order-4711")
                .send();

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("correlationId").asText()).isEqualTo("order-4711");
        assertThat(answer.json().path("isVirtualThread").asBoolean()).isTrue();
    }
}
