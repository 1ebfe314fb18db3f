package org.tctf.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.blueprint.Stage;
import org.tctf.eventbridge.QueueMessage;
import org.tctf.json.JacksonCodec;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.service.ServiceDefinition;

/** What AWS says becomes what consumers read; what it did not write goes on as it is, to the dead letters. */
class DeliveryReportsTest {
    private static final String QUEUE = "arn:aws:sqs:eu-west-1:1:tctf-test-letters-on-report";

    private static final ServiceDefinition LETTERS = ServiceDefinition.named("letters")
            .summary("Writes.")
            .owner("letters")
            .provider("mail")
            .provider("phone")
            .hearsOfDeliveries(OnReport.class, DeliveryReport.Fate.DELIVERED, DeliveryReport.Fate.BOUNCED)
            .build();

    static final class OnReport implements EventConsumer<DeliveryReport> {
        @Override
        public void on(DeliveryReport report, Envelope envelope) {}
    }

    private final JacksonCodec codec = new JacksonCodec();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final DeliveryReports reports = new DeliveryReports(
            LETTERS,
            new Stage("test"),
            codec,
            new MetricLog(
                    new Surroundings(Map.of("TCTF_STAGE", "test")),
                    LETTERS,
                    InstantSource.system(),
                    new PrintStream(log, true, StandardCharsets.UTF_8)));

    private static QueueMessage message(String queue, String body) {
        return new QueueMessage("1", "handle", queue, body, 3);
    }

    private static String event(String type) {
        return """
                {"id": "event-1", "source": "aws.ses", "time": "2026-03-01T10:00:00Z", "detail": {"eventType": "%s",
                 "mail": {"destination": ["ada@example.org"], "tags": {"mail": ["mail-1"]}}}}""".formatted(type);
    }

    @Test
    void anEventOfSesIsReadAsAReportWithTheEventsOwnId() {
        QueueMessage read = reports.read(message(QUEUE, event("Delivery"))).orElseThrow();
        Envelope envelope = codec.fromJson(read.body(), Envelope.class);
        assertThat(envelope.id()).isEqualTo("event-1");
        assertThat(envelope.time()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(envelope.type()).isEqualTo(DeliveryReport.TYPE);
        assertThat(codec.fromJson(envelope.data(), DeliveryReport.class))
                .isEqualTo(new DeliveryReport(
                        "mail-1", new EmailAddress("ada@example.org"), DeliveryReport.Fate.DELIVERED, "ses"));
        assertThat(read.receives()).isEqualTo(3);
    }

    @Test
    void anEventOfEndUserMessagingIsReadAsAReportToo() {
        QueueMessage read =
                reports.read(message(QUEUE, phoneEvent("TEXT_INVALID"))).orElseThrow();
        Envelope envelope = codec.fromJson(read.body(), Envelope.class);
        assertThat(envelope.id()).isEqualTo("event-2");
        assertThat(codec.fromJson(envelope.data(), DeliveryReport.class))
                .isEqualTo(new DeliveryReport("text-1", DeliveryReport.Fate.BOUNCED, "end-user-messaging"));
    }

    private static String phoneEvent(String type) {
        return """
                {"id": "event-2", "source": "aws.sms-voice", "time": "2026-03-01T10:00:00Z",
                 "detail": {"eventType": "%s", "isFinal": true, "context": {"message": "text-1"}}}""".formatted(type);
    }

    @Test
    void aFateThatTheDefinitionDoesNotNameIsNobodysQuestion() {
        assertThat(reports.read(message(QUEUE, phoneEvent("TEXT_UNREACHABLE")))).isEmpty();
    }

    @Test
    void whatNobodyAsksForIsCountedAndGoes() {
        assertThat(reports.read(message(QUEUE, event("Open")))).isEmpty();
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("delivery.reports.ignored");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "not json",
                "{\"source\": \"aws.ses\"}",
                "{\"source\": \"aws.ses\", \"detail\": {\"eventType\": \"Delivery\", \"mail\": {}}}",
                "{\"specversion\": \"1.0\", \"type\": \"DELIVERY_REPORT\"}"
            })
    void whatSesDoesNotWriteGoesOnAsItIs(String body) {
        QueueMessage message = message(QUEUE, body);
        assertThat(reports.read(message)).contains(message);
        assertThat(log.size()).isZero();
    }

    @Test
    void messagesOfOtherQueuesAreLeftAlone() {
        QueueMessage message = message("arn:aws:sqs:eu-west-1:1:tctf-test-letters-on-something", event("Delivery"));
        assertThat(reports.read(message)).contains(message);
    }
}
