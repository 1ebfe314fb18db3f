package org.tctf.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tctf.blueprint.Measure;
import org.tctf.blueprint.Sweep;
import org.tctf.dynamodb.DynamoOutbox;
import org.tctf.eventbridge.Relay;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.service.DomainMetric;
import org.tctf.kernel.service.Publication;

/**
 * What leaves the outbox: the table's stream brings each new message, which goes to the bus or to a queue of the service;
 * and now and then a {@link Sweep} looks for what the stream did not bring.
 */
public final class RelayFunction extends ServiceFunction {
    private final Relay relay;
    private final DynamoOutbox outbox;
    private final MetricLog metrics;
    private final InstantSource clock;
    private final Map<String, MetricLog.Metric> domainMetrics = new HashMap<>();

    public RelayFunction() {
        this(Container.ofProcess());
    }

    RelayFunction(Container container) {
        super(container);
        relay = beans().getBean(Relay.class);
        outbox = beans().getBean(DynamoOutbox.class);
        metrics = beans().getBean(MetricLog.class);
        clock = beans().getBean(InstantSource.class);
        for (DomainMetric metric : service().metrics()) {
            domainMetrics.put(Publication.typeOf(metric.event()), new MetricLog.Metric(metric.name(), "Count"));
        }
    }

    @Override
    JsonNode answer(JsonNode event, Deadline deadline) {
        if (event.path(Sweep.FIELD).asBoolean()) {
            return sweep(deadline);
        }
        List<Relay.Entry> entries = new ArrayList<>();
        event.path("Records").forEach(record -> entries.add(entry(record)));
        ObjectNode answer = Json.MAPPER.createObjectNode();
        ArrayNode failures = answer.putArray("batchItemFailures");
        Relay.Relayed relayed = relay.relay(entries);
        measure(relayed.left());
        relayed.firstFailed().ifPresent(number -> failures.addObject().put("itemIdentifier", number));
        return answer;
    }

    /** Asks for messages from before there were any: the outbox is all of the table that the relay may read. */
    @Override
    void prime() {
        for (int shard = 0; shard < DynamoOutbox.SHARDS; shard++) {
            outbox.leftBehind(shard, Instant.EPOCH);
        }
        relay.relay(List.of());
    }

    /** @return how many messages were found and have left now */
    private JsonNode sweep(Deadline deadline) {
        int swept = 0;
        for (int shard = 0;
                shard < DynamoOutbox.SHARDS && deadline.leftForWork().isPositive();
                shard++) {
            List<Relay.Entry> entries = outbox.leftBehind(shard, clock.instant().minus(Sweep.OLDER_THAN)).stream()
                    .<Relay.Entry>map(entry -> new Relay.Message(entry.key().sk(), entry.key(), entry.message()))
                    .toList();
            if (!entries.isEmpty()) {
                List<Relay.Message> left = relay.relay(entries).left();
                measure(left);
                swept += left.size();
            }
        }
        return Json.MAPPER.createObjectNode().put("swept", swept);
    }

    /** Repetitions are counted again: a metric is no ledger. */
    private void measure(List<Relay.Message> left) {
        if (left.isEmpty()) {
            return;
        }
        MetricLog.Line line = metrics.line().with(Measure.RELAYED, left.size());
        Duration oldest = Duration.ZERO;
        for (Relay.Message message : left) {
            Envelope envelope = message.message().envelope();
            Duration age = Duration.between(envelope.time(), clock.instant());
            oldest = age.compareTo(oldest) > 0 ? age : oldest;
            MetricLog.Metric metric = domainMetrics.get(envelope.type());
            if (metric != null && message.message().queue() == null) {
                line.with(metric, 1);
            }
        }
        line.with(Measure.RELAY_AGE, oldest.toMillis()).write();
    }

    private static Relay.Entry entry(JsonNode record) {
        String number = record.at("/dynamodb/SequenceNumber").asText();
        try {
            Map<String, String> image = new HashMap<>();
            record.at("/dynamodb/NewImage")
                    .properties()
                    .forEach(attribute -> attribute
                            .getValue()
                            .properties()
                            .forEach(value -> image.put(
                                    attribute.getKey(), value.getValue().asText())));
            DynamoOutbox.Entry entry = DynamoOutbox.readTexts(image);
            return new Relay.Message(number, entry.key(), entry.message());
        } catch (IllegalArgumentException unreadable) {
            return new Relay.Unreadable(number, unreadable.getClass().getSimpleName());
        }
    }
}
