package org.tctf.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.dynamodb.DynamoOutbox.Entry;
import org.tctf.dynamodb.DynamoOutbox.Found;
import org.tctf.kernel.Ids;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.Outgoing;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Item;
import org.tctf.kernel.table.Key;
import org.tctf.kernel.table.Transaction;
import org.tctf.kernel.table.Write;
import org.tctf.localaws.LocalDynamo;
import org.tctf.localaws.LocalTables;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

class DynamoOutboxTest {
    private static final int SHARD = 3;
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static DynamoDbClient client;
    private static URI endpoint;

    private final String name = "outbox-" + UUID.randomUUID();
    private final DynamoTable table = new DynamoTable(client, name);
    private final DynamoOutbox outbox = new DynamoOutbox(client, name);

    @BeforeAll
    static void start() {
        client = LocalDynamo.shared().client();
        endpoint = LocalDynamo.shared().endpoint();
    }

    @BeforeEach
    void create() {
        new LocalTables(client).create(name, List.of());
    }

    @Test
    void theStreamBringsEachMessageAsItWasCommitted() {
        Outgoing fact = fact(id(NOON));
        Outgoing command = new Outgoing(fact(id(NOON)).envelope(), "orders-ship", Duration.ofSeconds(90));
        Write order = new Write.Put(new Item(new Key("ORDER#1", "META"), Map.of("total", "7")), null);
        table.commit(new Transaction(List.of(order), List.of(fact, command)));

        List<Outgoing> seen = newMessages().stream().map(Entry::message).toList();
        assertThat(seen).containsExactlyInAnyOrder(fact, command);
    }

    @Test
    void whatWasForgottenIsGoneAndForgettingItAgainIsFine() {
        commit(IntStream.range(0, 60).mapToObj(i -> fact(id(NOON))).toList());
        List<Key> keys = newMessages().stream().map(Entry::key).toList();
        assertThat(keys).hasSize(60);

        outbox.forget(keys.subList(0, 55));
        outbox.forget(keys.subList(0, 55));

        assertThat(leftBehind(NOON.plusSeconds(60)))
                .extracting(Entry::key)
                .containsExactlyInAnyOrderElementsOf(keys.subList(55, 60));
    }

    @Test
    void aSweepFindsWhatIsOlderThanItAsksOldestFirst() {
        Outgoing oldest = fact(id(NOON));
        Outgoing older = fact(id(NOON.plusSeconds(1)));
        Outgoing tooYoung = fact(id(NOON.plusSeconds(60)));
        commit(List.of(oldest, older, tooYoung));

        assertThat(leftBehind(NOON.plusSeconds(60))).extracting(Entry::message).containsExactly(oldest, older);
    }

    @Test
    void whatNobodyCanReadIsNamedAndHidesNothingBehindIt() {
        Map<String, AttributeValue> sound =
                OutboxItems.of(List.of(fact(id(NOON)))).getFirst();
        Map<String, AttributeValue> noEnvelope = new HashMap<>(sound);
        noEnvelope.remove("envelope");
        Map<String, AttributeValue> torn = new HashMap<>(sound);
        torn.put("envelope", Attributes.text("{\"id\":"));
        Map<String, AttributeValue> ofNoType = new HashMap<>(sound);
        ofNoType.put("envelope", AttributeValue.fromBool(true));
        Map<String, AttributeValue> tooLate = new HashMap<>(sound);
        tooLate.put("delayMillis", Attributes.number(Duration.ofDays(1).toMillis()));
        List<Key> poison = new ArrayList<>();
        for (int i = 0; i < 26; i++) {
            Instant at = NOON.plusSeconds(i);
            Stream.of(noEnvelope, torn, ofNoType, tooLate).forEach(item -> poison.add(put(item, id(at))));
        }
        List<Key> behind = IntStream.range(0, 102)
                .mapToObj(i -> put(sound, id(NOON.plusSeconds(60).plusMillis(i))))
                .toList();

        List<Found> pages = pages(SHARD, NOON.plusSeconds(120));

        assertThat(pages)
                .flatExtracting(Found::unreadable)
                .extracting(DynamoOutbox.Unreadable::key)
                .containsExactlyInAnyOrderElementsOf(poison);
        assertThat(pages).flatExtracting(Found::messages).extracting(Entry::key).containsExactlyElementsOf(behind);
    }

    @Test
    void aSweepThatForgetsWhatItSentGoesThroughAllPages() {
        Map<String, AttributeValue> sound =
                OutboxItems.of(List.of(fact(id(NOON)))).getFirst();
        for (int i = 0; i < 250; i++) {
            put(sound, id(NOON.plusMillis(i)));
        }

        int swept = 0;
        Optional<Key> next = Optional.empty();
        do {
            Found page = outbox.leftBehind(SHARD, NOON.plusSeconds(60), next.orElse(null));
            outbox.forget(page.messages().stream().map(Entry::key).toList());
            swept += page.messages().size();
            next = page.next();
        } while (next.isPresent());

        assertThat(swept).isEqualTo(250);
        assertThat(pages(SHARD, NOON.plusSeconds(60)))
                .flatExtracting(Found::messages)
                .isEmpty();
    }

    @Test
    void aRefusedCommitLeavesNoMessage() {
        Write impossible = new Write.Check(new Key("a", "b"), Condition.present());

        assertThatThrownBy(() -> table.commit(new Transaction(List.of(impossible), List.of(fact(id(NOON))))))
                .isInstanceOf(ConditionFailed.class);

        assertThat(leftBehind(NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void commitsSpreadOverAllShardsAndTheMessagesOfOneStayTogether() {
        Random random = new Random(42);
        Ids ids = Ids.v7(() -> NOON, random);
        List<String> partitions = new ArrayList<>();
        for (int commit = 0; commit < 1000; commit++) {
            List<Outgoing> messages = List.of(fact(ids.next()), fact(ids.next()));
            List<String> ofCommit = OutboxItems.of(messages).stream()
                    .map(item -> item.get("PK").s())
                    .distinct()
                    .toList();
            assertThat(ofCommit).hasSize(1);
            partitions.addAll(ofCommit);
        }

        for (int shard = 0; shard < DynamoOutbox.SHARDS; shard++) {
            String partition = OutboxItems.partition(shard);
            assertThat(partitions.stream().filter(partition::equals).count()).isBetween(30L, 100L);
        }
    }

    @Test
    void anyOtherItemIsNoMessage() {
        Map<String, AttributeValue> order = Attributes.item(new Item(new Key("ORDER#1", "META"), Map.of("total", "7")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DynamoOutbox.read(order))
                .withMessageContaining("envelope");
    }

    /** The item in another place of the outbox. */
    private Key put(Map<String, AttributeValue> item, UUID id) {
        Key key = new Key(OutboxItems.partition(SHARD), id.toString());
        Map<String, AttributeValue> moved = new HashMap<>(item);
        moved.putAll(Attributes.key(key));
        client.putItem(request -> request.tableName(name).item(moved));
        return key;
    }

    private void commit(List<Outgoing> messages) {
        table.commit(new Transaction(List.of(), messages));
    }

    private List<Entry> leftBehind(Instant before) {
        return IntStream.range(0, DynamoOutbox.SHARDS)
                .boxed()
                .flatMap(shard -> pages(shard, before).stream())
                .flatMap(page -> page.messages().stream())
                .toList();
    }

    private List<Found> pages(int shard, Instant before) {
        List<Found> pages = new ArrayList<>();
        Optional<Key> next = Optional.empty();
        do {
            pages.add(outbox.leftBehind(shard, before, next.orElse(null)));
            next = pages.getLast().next();
        } while (next.isPresent());
        return pages;
    }

    /** What the stream's filter lets through so far, read as the relay does. */
    private List<Entry> newMessages() {
        try (DynamoDbStreamsClient streams = DynamoDbStreamsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            String stream = client.describeTable(request -> request.tableName(name))
                    .table()
                    .latestStreamArn();
            return await().until(() -> entries(streams, stream), entries -> !entries.isEmpty());
        }
    }

    private static List<Entry> entries(DynamoDbStreamsClient streams, String stream) {
        List<Entry> entries = new ArrayList<>();
        for (Shard shard : streams.describeStream(request -> request.streamArn(stream))
                .streamDescription()
                .shards()) {
            String iterator = streams.getShardIterator(request -> request.streamArn(stream)
                            .shardId(shard.shardId())
                            .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                    .shardIterator();
            for (Record record : streams.getRecords(request -> request.shardIterator(iterator))
                    .records()) {
                if (record.eventName() == OperationType.INSERT
                        && record.dynamodb().keys().get("PK").s().startsWith("OUTBOX#")) {
                    entries.add(DynamoOutbox.read(record.dynamodb().newImage()));
                }
            }
        }
        return entries;
    }

    private static UUID id(Instant at) {
        return Ids.v7(() -> at, new Random()).next();
    }

    private static Outgoing fact(UUID id) {
        return Outgoing.fact(new Envelope(
                id.toString(),
                "orders",
                "ORDER_PLACED",
                1,
                NOON,
                "o",
                Envelope.schemaPath("ORDER_PLACED", 1),
                7,
                id.toString(),
                null,
                "me",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "{\"order\":\"o\",\"n\":[1.50]}"));
    }
}
