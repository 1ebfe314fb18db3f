package org.tctf.dynamodb;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tctf.blueprint.TableShape;
import org.tctf.json.JacksonCodec;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.Outgoing;
import org.tctf.kernel.table.Key;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Messages as items of the table. They lie in {@link #SHARDS} partitions, because one takes 1,000 writes of 1 KB a second
 * (Developer Guide, "Partitions and data distribution") and a message costs three: two in its transaction, one when it
 * is deleted. The sort key is the envelope's id, so the oldest come first. Messages of one commit share a partition, and
 * with it an order in the stream.
 */
final class OutboxItems {
    /** Enough for some 5,000 messages a second of one service. */
    static final int SHARDS = 16;

    private static final String ENVELOPE = "envelope";
    private static final String QUEUE = "queue";
    private static final String DELAY = "delayMillis";
    private static final JacksonCodec CODEC = new JacksonCodec();

    private OutboxItems() {}

    /** One item for each message of a commit. */
    static List<Map<String, AttributeValue>> of(List<Outgoing> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        // By the id, not at random: the same commit asked again must be the same request.
        String pk = partition(Math.floorMod(messages.getFirst().envelope().id().hashCode(), SHARDS));
        return messages.stream().map(message -> item(pk, message)).toList();
    }

    static String partition(int shard) {
        return TableShape.OUTBOX + shard;
    }

    /** @throws IllegalArgumentException when this is no message */
    static DynamoOutbox.Entry read(Map<String, String> item) {
        Outgoing message = new Outgoing(
                CODEC.fromJson(there(item, ENVELOPE), Envelope.class),
                item.get(QUEUE),
                Duration.ofMillis(Long.parseLong(there(item, DELAY))));
        return new DynamoOutbox.Entry(new Key(there(item, TableShape.PK), there(item, TableShape.SK)), message);
    }

    private static Map<String, AttributeValue> item(String pk, Outgoing message) {
        Envelope envelope = message.envelope();
        Map<String, AttributeValue> item = new HashMap<>(Attributes.key(new Key(pk, envelope.id())));
        item.put(ENVELOPE, Attributes.text(CODEC.toJson(envelope)));
        item.put(DELAY, Attributes.number(message.delay().toMillis()));
        String queue = message.queue();
        if (queue != null) {
            item.put(QUEUE, Attributes.text(queue));
        }
        return item;
    }

    private static String there(Map<String, String> item, String name) {
        String value = item.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "%s is no message of an outbox: it has no %s".formatted(item.keySet(), name));
        }
        return value;
    }
}
