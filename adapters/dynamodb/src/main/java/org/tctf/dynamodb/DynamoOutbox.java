package org.tctf.dynamodb;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tctf.blueprint.TableShape;
import org.tctf.kernel.event.Outgoing;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.TableLimits;
import org.tctf.kernel.table.Write;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * The messages of a table's commits until they are known to have left. The table's stream brings each to the relay,
 * which sends it and then forgets it here; one that the relay lost stays, and a sweep over the shards finds it by its
 * age. A message that was sent and not forgotten goes again: its receivers know its id.
 */
public final class DynamoOutbox {
    /** The partitions that a sweep goes through, from 0. */
    public static final int SHARDS = OutboxItems.SHARDS;

    private static final int AT_ONCE = 100;

    private final DynamoDbClient client;
    private final String table;
    private final DynamoTable items;
    private final Calls calls;

    /** A message and where it lies. */
    public record Entry(Key key, Outgoing message) {}

    /**
     * What lies in the outbox and is no message. It stays there until a person has mended or removed it.
     *
     * @param why without values
     */
    public record Unreadable(Key key, String why) {}

    /**
     * A page of what was left behind.
     *
     * @param next where to go on; empty at the shard's end
     */
    public record Found(List<Entry> messages, List<Unreadable> unreadable, Optional<Key> next) {}

    public DynamoOutbox(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
        this.items = new DynamoTable(client, table);
        this.calls = new Calls(table, DynamoTable.PATIENCE);
    }

    /**
     * The message of a stream record's new image.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Entry read(Map<String, AttributeValue> image) {
        Map<String, String> texts = new HashMap<>();
        image.forEach((name, value) -> texts.put(name, value.n() == null ? value.s() : value.n()));
        return readTexts(texts);
    }

    /**
     * The same from whatever else reads the stream.
     *
     * @param image each attribute's text, whether it is a string or a number
     */
    public static Entry readTexts(Map<String, String> image) {
        return OutboxItems.read(image);
    }

    /** These have left. What is not forgotten because of a crash goes again. */
    public void forget(Collection<Key> keys) {
        List<Write> deletes = keys.stream()
                .distinct()
                .<Write>map(key -> new Write.Delete(key, null))
                .toList();
        for (int from = 0; from < deletes.size(); from += TableLimits.BATCH_WRITES) {
            items.batch(deletes.subList(from, Math.min(deletes.size(), from + TableLimits.BATCH_WRITES)));
        }
    }

    /**
     * What of a shard was committed before this moment and is still here, oldest first, {@value #AT_ONCE} at a time. What
     * cannot be read is named and stepped over: it hides nothing that lies behind it.
     *
     * @param before far enough in the past that the relay has had its tries
     * @param after where the page before ended; absent for the first
     */
    public Found leftBehind(int shard, Instant before, @Nullable Key after) {
        // Ids are UUIDs of version 7: their first 48 bits are the milliseconds of their making.
        String firstNotBefore = new UUID(before.toEpochMilli() << 16, 0).toString();
        QueryRequest query = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("#pk = :pk AND #sk < :sk")
                .expressionAttributeNames(Map.of("#pk", TableShape.PK, "#sk", TableShape.SK))
                .expressionAttributeValues(Map.of(
                        ":pk", Attributes.text(OutboxItems.partition(shard)), ":sk", Attributes.text(firstNotBefore)))
                .exclusiveStartKey(after == null ? null : Attributes.key(after))
                .consistentRead(true)
                .limit(AT_ONCE)
                .build();
        QueryResponse page = calls.ask(() -> client.query(query));
        List<Entry> messages = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (Map<String, AttributeValue> item : page.items()) {
            try {
                messages.add(read(item));
            } catch (IllegalArgumentException noMessage) {
                unreadable.add(new Unreadable(key(item), noMessage.getClass().getSimpleName()));
            }
        }
        return new Found(
                messages,
                unreadable,
                page.hasLastEvaluatedKey() ? Optional.of(key(page.lastEvaluatedKey())) : Optional.empty());
    }

    private static Key key(Map<String, AttributeValue> item) {
        return new Key(
                requireNonNull(item.get(TableShape.PK)).s(),
                requireNonNull(item.get(TableShape.SK)).s());
    }
}
