package org.tctf.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.tctf.blueprint.Measure;
import org.tctf.blueprint.Redrive;
import org.tctf.eventbridge.AutomaticRedrive;
import org.tctf.eventbridge.QueueMessage;
import org.tctf.eventbridge.QueueWorker;
import org.tctf.kernel.service.Subscription;
import org.tctf.kernel.table.ServiceTables;

/**
 * Batches of messages from the service's queues, one queue a batch, answered with those that have to come again; and, when
 * an alarm has gone off, the {@link Redrive} of what died of its cause.
 */
public final class QueuesFunction extends ServiceFunction {
    private final QueueWorker worker;
    private final DeliveryReports reports;
    private final MetricLog metrics;

    public QueuesFunction() {
        this(Container.ofProcess());
    }

    QueuesFunction(Container container) {
        super(container);
        worker = beans().getBean(QueueWorker.class);
        reports = beans().getBean(DeliveryReports.class);
        metrics = beans().getBean(MetricLog.class);
    }

    @Override
    JsonNode answer(JsonNode event, Deadline deadline) {
        if (event.path(Redrive.FIELD).asBoolean()) {
            return redriven(deadline);
        }
        List<QueueMessage> batch = new ArrayList<>();
        event.path("Records").forEach(record -> reports.read(message(record)).ifPresent(batch::add));
        ObjectNode answer = Json.MAPPER.createObjectNode();
        ArrayNode failures = answer.putArray("batchItemFailures");
        if (batch.isEmpty()) {
            return answer;
        }
        QueueWorker.Worked worked = work(batch, deadline);
        worked.failed().forEach(id -> failures.addObject().put("itemIdentifier", id));
        String queueArn = batch.getFirst().queueArn();
        metrics.line()
                .by(Measure.QUEUE, queueArn.substring(queueArn.lastIndexOf(':') + 1))
                .with(Measure.DELIVERIES, worked.done())
                .with(Measure.DELIVERY_FAILURES, worked.failed().size() + worked.dead())
                .write();
        return answer;
    }

    /** @return how many dead letters have all their tries before them again */
    private JsonNode redriven(Deadline deadline) {
        AutomaticRedrive redrive = beans().getBean(AutomaticRedrive.class);
        int sentBack = 0;
        for (Subscription subscription : service().subscriptions()) {
            if (deadline.leftForWork().isPositive()) {
                sentBack += redrive.run(subscription, deadline.left()).sentBack();
            }
        }
        return Json.MAPPER.createObjectNode().put("sentBack", sentBack);
    }

    /** Makes the consumers with all that they need, and asks the table for something. */
    @Override
    void prime() {
        service().subscriptions().forEach(subscription -> beans().getBean(subscription.consumer()));
        Priming.flags(beans(), service());
        Priming.read(beans().getBean(ServiceTables.class).of(service()));
    }

    private QueueWorker.Worked work(List<QueueMessage> batch, Deadline deadline) {
        try {
            return worker.work(batch, deadline.left());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private static QueueMessage message(JsonNode record) {
        return new QueueMessage(
                record.path("messageId").asText(),
                record.path("receiptHandle").asText(),
                record.path("eventSourceARN").asText(),
                record.path("body").asText(),
                record.at("/attributes/ApproximateReceiveCount").asInt(1));
    }
}
