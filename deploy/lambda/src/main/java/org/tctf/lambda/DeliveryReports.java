package org.tctf.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.tctf.blueprint.Measure;
import org.tctf.blueprint.Routing;
import org.tctf.blueprint.Stage;
import org.tctf.endusermessaging.EndUserMessagingReports;
import org.tctf.eventbridge.QueueMessage;
import org.tctf.kernel.Codec;
import org.tctf.kernel.delivery.DeliveryReport.Fate;
import org.tctf.kernel.delivery.DeliveryReport.Told;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.ses.SesReports;

/**
 * Puts what SES and End User Messaging say into the words that consumers read. It comes from the account's own bus as it is,
 * so that what the worker cannot read lies among the dead letters as AWS wrote it.
 */
@Singleton
final class DeliveryReports {
    private final Optional<String> queue;
    private final Set<Fate> asked;
    private final Codec codec;
    private final MetricLog metrics;

    DeliveryReports(ServiceDefinition service, Stage stage, Codec codec, MetricLog metrics) {
        queue = service.deliveryReports().map(reports -> ":" + stage.queue(reports));
        asked = service.hearsOfDeliveries();
        this.codec = codec;
        this.metrics = metrics;
    }

    /** The same message where it is none of theirs, or cannot be read; nothing where it says what nobody asks for. */
    Optional<QueueMessage> read(QueueMessage message) {
        if (queue.filter(message.queueArn()::endsWith).isEmpty()) {
            return Optional.of(message);
        }
        try {
            JsonNode event = Json.MAPPER.readTree(message.body());
            Optional<Told> told;
            switch (event.path("source").asText()) {
                case Routing.FROM_SES -> told = SesReports.read(event);
                case Routing.FROM_END_USER_MESSAGING -> told = EndUserMessagingReports.read(event);
                // A dead letter that was redriven is an envelope already.
                default -> {
                    return Optional.of(message);
                }
            }
            Optional<String> body = told.filter(
                            one -> asked.contains(one.report().fate()))
                    .map(one -> codec.toJson(one.envelope(codec)));
            if (body.isEmpty()) {
                metrics.line().with(Measure.IGNORED_REPORTS, 1).write();
            }
            return body.map(envelope -> new QueueMessage(
                    message.messageId(), message.receiptHandle(), message.queueArn(), envelope, message.receives()));
        } catch (JsonProcessingException | IllegalArgumentException notOfAws) {
            return Optional.of(message);
        }
    }
}
