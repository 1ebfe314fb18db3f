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
import org.jspecify.annotations.Nullable;
import org.tctf.blueprint.Measure;
import org.tctf.blueprint.Sweep;
import org.tctf.dynamodb.DynamoOutbox;
import org.tctf.eventbridge.Relay;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.service.DomainMetric;
import org.tctf.kernel.service.Publication;
import org.tctf.kernel.table.Key;

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
            outbox.leftBehind(shard, Instant.EPOCH, null);
        }
        relay.relay(List.of());
    }

    /**
     * Goes through the shards as long as there is time, each time beginning with another: one that takes all of it does not
     * keep the sweep from the others for ever.
     *
     * @return how many messages were found and have left now, and how many nobody can read
     */
    private JsonNode sweep(Deadline deadline) {
        Instant now = clock.instant();
        int first = (int) (now.getEpochSecond() / Sweep.EVERY.toSeconds() % DynamoOutbox.SHARDS);
        int swept = 0;
        int unreadable = 0;
        for (int i = 0; i < DynamoOutbox.SHARDS; i++) {
            int shard = (first + i) % DynamoOutbox.SHARDS;
            @Nullable Key after = null;
            do {
                if (!deadline.leftForWork().isPositive()) {
                    return swept(swept, unreadable);
                }
                DynamoOutbox.Found found = outbox.leftBehind(shard, now.minus(Sweep.OLDER_THAN), after);
                List<Relay.Message> left = relay.relay(entries(found)).left();
                measure(left);
                swept += left.size();
                unreadable += found.unreadable().size();
                after = found.next().orElse(null);
            } while (after != null);
        }
        return swept(swept, unreadable);
    }

    private JsonNode swept(int swept, int unreadable) {
        if (unreadable > 0) {
            metrics.line().with(Measure.UNREADABLE, unreadable).write();
        }
        return Json.MAPPER.createObjectNode().put("swept", swept).put("unreadable", unreadable);
    }

    private static List<Relay.Entry> entries(DynamoOutbox.Found found) {
        List<Relay.Entry> entries = new ArrayList<>();
        for (DynamoOutbox.Entry entry : found.messages()) {
            entries.add(new Relay.Message(entry.key().sk(), entry.key(), entry.message()));
        }
        for (DynamoOutbox.Unreadable item : found.unreadable()) {
            entries.add(new Relay.Unreadable(item.key().pk() + "/" + item.key().sk(), item.why()));
        }
        return entries;
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
