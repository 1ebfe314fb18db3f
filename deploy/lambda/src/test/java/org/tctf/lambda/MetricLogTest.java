package org.tctf.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tctf.http.ServedRequest;
import org.tctf.lambda.notes.NotesService;

class MetricLogTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final MeasuredRequests requests = new MeasuredRequests(new MetricLog(
            new Surroundings(Map.of("TCTF_STAGE", "prod")),
            NotesService.DEFINITION,
            () -> NOW,
            new PrintStream(out, true, StandardCharsets.UTF_8)));

    @Test
    void aServedRequestIsALineThatCloudWatchCountsForTheServiceAndTheRoute() throws IOException {
        requests.served(served("notes", 503));

        JsonNode line = Json.MAPPER.readTree(out.toByteArray());
        JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
        assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(NOW.toEpochMilli());
        assertThat(directive.path("Namespace").asText()).isEqualTo("TCTF/prod");
        assertThat(directive.path("Dimensions")).hasToString("[[\"service\"],[\"service\",\"route\"]]");
        directive
                .path("Metrics")
                .forEach(metric ->
                        assertThat(line.has(metric.path("Name").asText())).isTrue());
        assertThat(line.path("service").asText()).isEqualTo("notes");
        assertThat(line.path("route").asText()).isEqualTo("GET /v1/notes/{id}");
        assertThat(line.path("request.latency").asDouble()).isEqualTo(12.5);
        assertThat(line.path("request.faults").asInt()).isOne();
        assertThat(line.path("request.refusals").asInt()).isZero();
    }

    @Test
    void whatBelongsToNoServiceIsNotCounted() {
        requests.served(served(null, 404));
        assertThat(out.size()).isZero();
    }

    private static ServedRequest served(String service, int status) {
        return new ServedRequest(
                "GET", "/v1/notes/{id}", service, status, null, Duration.ofNanos(12_500_000), "ada", "c", null);
    }
}
