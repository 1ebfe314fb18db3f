package org.tctf.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tctf.kernel.Flow;

class LogsTest {
    private static final Flow FLOW = new Flow("corr-1", null, "member-1", null);
    private static final Logger LOG = LoggerFactory.getLogger(LogsTest.class);

    @Test
    void aLineInProductionIsOneJsonObjectWithTheCorrelationId() throws Exception {
        String line = FLOW.call(() -> encoded("said \"hi\"\nto {}", null, "Ada"));

        assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(json.get("message").asText()).isEqualTo("said \"hi\"\nto Ada");
        assertThat(json.get("correlationId").asText()).isEqualTo("corr-1");
        assertThat(json.get("actor").asText()).isEqualTo("member-1");
        assertThat(json.get("level").asText()).isEqualTo("WARN");
    }

    @Test
    void anExceptionIsAFieldOfTheSameLine() throws Exception {
        JsonNode json = new ObjectMapper().readTree(encoded("failed", new IllegalStateException("disk is full")));

        assertThat(json.get("error").asText()).contains("IllegalStateException: disk is full", "LogsTest");
        assertThat(json.has("correlationId")).isFalse();
    }

    @Test
    void tokensAndPasswordsAreNotLogged() throws Exception {
        String jwt = "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl";

        String line = encoded("Authorization: Bearer " + jwt + ", {\"password\":\"correct horse\"}, secret=hush", null);

        assertThat(line).doesNotContain("eyJ", "correct horse", "hush").contains("•••");
    }

    @Test
    void linesOfAFlowAreHandedOnUntilNobodyListens() {
        List<LogLine> lines = new ArrayList<>();
        try (var listening = Logs.listen(lines::add)) {
            FLOW.run(() -> LOG.info("inside"));
            LOG.info("outside any flow");
        }
        FLOW.run(() -> LOG.info("too late"));

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.message()).isEqualTo("inside");
            assertThat(line.correlationId()).isEqualTo("corr-1");
            assertThat(line.logger()).endsWith("LogsTest");
        });
    }

    private static String encoded(String message, Throwable error, Object... arguments) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var event = new LoggingEvent("x", context.getLogger("org.tctf.Some"), Level.WARN, message, error, arguments);
        return new String(new JsonLines().encode(event), StandardCharsets.UTF_8);
    }
}
