package org.tctf.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.tctf.blueprint.Measure;
import org.tctf.blueprint.Stage;
import org.tctf.eventbridge.QueueMessage;
import org.tctf.kernel.Codec;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.ses.SesReports;

/**
 * Puts what SES says into the words that consumers read. It comes from the account's own bus as it is, so that what the
 * worker cannot read lies among the dead letters as SES wrote it.
 */
@Singleton
final class MailReports {
    private final Optional<String> queue;
    private final Codec codec;
    private final MetricLog metrics;

    MailReports(ServiceDefinition service, Stage stage, Codec codec, MetricLog metrics) {
        queue = service.mailReports().map(reports -> ":" + stage.queue(reports));
        this.codec = codec;
        this.metrics = metrics;
    }

    /** The same message where it is none of SES's, or cannot be read; nothing where it says what nobody asks for. */
    Optional<QueueMessage> read(QueueMessage message) {
        if (queue.filter(message.queueArn()::endsWith).isEmpty()) {
            return Optional.of(message);
        }
        try {
            JsonNode event = Json.MAPPER.readTree(message.body());
            if (!event.path("source").asText().equals("aws.ses")) {
                // A dead letter that was redriven is an envelope already.
                return Optional.of(message);
            }
            Optional<String> body = SesReports.read(event)
                    .map(read -> codec.toJson(read.report().envelope(read.eventId(), read.at(), codec)));
            if (body.isEmpty()) {
                metrics.line().with(Measure.IGNORED_REPORTS, 1).write();
            }
            return body.map(envelope -> new QueueMessage(
                    message.messageId(), message.receiptHandle(), message.queueArn(), envelope, message.receives()));
        } catch (JsonProcessingException | IllegalArgumentException notOfSes) {
            return Optional.of(message);
        }
    }
}
