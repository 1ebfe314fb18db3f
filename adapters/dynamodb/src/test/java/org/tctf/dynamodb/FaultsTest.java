package org.tctf.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.tctf.localaws.DynamoFaults.BATCH_GET;
import static org.tctf.localaws.DynamoFaults.BATCH_WRITE;
import static org.tctf.localaws.DynamoFaults.GET;
import static org.tctf.localaws.DynamoFaults.PUT;
import static org.tctf.localaws.DynamoFaults.QUERY;
import static org.tctf.localaws.DynamoFaults.TRANSACT_WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tctf.contracts.TableFixture;
import org.tctf.kernel.table.Condition;
import org.tctf.kernel.table.ConditionFailed;
import org.tctf.kernel.table.Table;
import org.tctf.kernel.table.TableUnavailable;
import org.tctf.kernel.table.Transaction;
import org.tctf.kernel.table.Write;
import org.tctf.localaws.AwsFault;
import org.tctf.localaws.DynamoFaults;
import org.tctf.localaws.FakeAws;
import org.tctf.localaws.LocalDynamo;
import org.tctf.localaws.LocalTables;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Whatever DynamoDB and the network do: nothing is lost, nothing is done twice, and nobody waits without end. */
class FaultsTest extends TableFixture {
    private static final String NAME = "faults-" + UUID.randomUUID();
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration HANGS = Duration.ofMillis(200);

    private static LocalDynamo dynamo;

    private final FakeAws front = DynamoFaults.inFrontOf(dynamo);
    private final DynamoDbClient client = client(front.endpoint());
    private final DynamoTable table = new DynamoTable(client, NAME);

    @BeforeAll
    static void create() {
        dynamo = LocalDynamo.shared();
        new LocalTables(dynamo.client()).create(NAME, INDEXES);
    }

    @AfterEach
    void close() {
        client.close();
        front.close();
    }

    @Override
    protected Table table() {
        return table;
    }

    @Test
    void throttlingIsWaitedOutWhateverIsAsked() {
        for (String operation : List.of(PUT, GET, QUERY, BATCH_GET, BATCH_WRITE, TRANSACT_WRITE)) {
            front.failNext(operation, 1, AwsFault.throttled());
            front.failNext(operation, 2, DynamoFaults.throughputExceeded());
            front.failNext(operation, 1, new AwsFault(500, "InternalServerError", "Internal server error"));
        }
        put(order("1"));
        commit(create(order("2")));
        table.batch(List.of(new Write.Put(order("3"), null)));

        assertThat(table.get(key("1"))).isPresent();
        assertThat(table.getAll(List.of(key("2"), key("3")))).hasSize(2);
        assertThat(allPages(ORDER.query(customer))).containsExactly("1", "2", "3");
        assertThat(front.calls(TRANSACT_WRITE)).hasSize(5);
    }

    @Test
    void transactionsThatMetAreTriedAgain() {
        front.failNext(TRANSACT_WRITE, 3, DynamoFaults.cancelled("None", "TransactionConflict"));
        front.failNext(TRANSACT_WRITE, 1, DynamoFaults.cancelled("ThrottlingError", "None"));

        commit(create(order("1")), add("2", "n", 1));

        assertThat(attribute("2", "n")).isEqualTo(number(1));
    }

    @Test
    void aConflictBeforeAFailedConditionDoesNotHideWhichOneFailsFirst() {
        put(order("first"), order("second"));
        front.failNext(TRANSACT_WRITE, 1, DynamoFaults.cancelled("TransactionConflict", "ConditionalCheckFailed"));

        assertThatThrownBy(() -> commit(create(order("first")), create(order("second"))))
                .isInstanceOfSatisfying(
                        ConditionFailed.class,
                        failed -> assertThat(failed.key()).isEqualTo(key("first")));
    }

    @Test
    void aTransactionWhoseAnswerIsLostIsAskedForAgainAndDoneOnce() {
        front.loseNextAnswer(TRANSACT_WRITE);

        table.commit(new Transaction(List.of(create(order("new")), add("sum", "n", 1)), List.of(message(customer))));

        assertThat(attribute("sum", "n")).isEqualTo(number(1));
        assertThat(messages()).isEqualTo(1);
        assertThat(front.calls(TRANSACT_WRITE)).hasSizeGreaterThan(1);
        assertThat(front.calls(TRANSACT_WRITE).stream()
                        .map(call -> call.path("ClientRequestToken"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void whoeverCreatesAnItemKnowsItAlsoWhenTheAnswerIsLost() {
        front.loseNextAnswer(TRANSACT_WRITE);

        commit(create(order("1", Map.of("by", "me"))));

        assertThat(attribute("1", "by")).isEqualTo("me");
    }

    @Test
    void aTransactionThatArrivesLateAfterItsSecondTryIsDoneOnce() {
        AtomicInteger done = new AtomicInteger();
        front.serve(TRANSACT_WRITE, request -> {
            JsonNode answer = DynamoFaults.ask(dynamo.endpoint(), TRANSACT_WRITE, request);
            done.incrementAndGet();
            return answer;
        });
        front.delayNext(TRANSACT_WRITE, ClientLimits.ANSWER.plusMillis(500));

        commit(add("sum", "n", 1));
        commit(add("sum", "n", 10));

        await().untilAtomic(done, equalTo(3));
        assertThat(attribute("sum", "n")).isEqualTo(number(11));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void underRandomFaultsEveryCommitHappensWholeAndOnceOrNotAtAll(long seed) {
        Random random = new Random(seed);
        ClientOverrideConfiguration hasty = ClientLimits.forDynamo().toBuilder()
                .apiCallAttemptTimeout(HANGS)
                .build();
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicInteger refused = new AtomicInteger();
        try (DynamoDbClient hastyClient = LocalDynamo.client(front.endpoint(), hasty);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            DynamoTable impatient = new DynamoTable(hastyClient, NAME, SHORT);
            for (int i = 0; i < 120; i++) {
                String order = "o" + i;
                makeTrouble(random);
                threads.execute(() -> {
                    try {
                        impatient.commit(new Transaction(
                                List.of(create(order(order)), add("sum", "n", 1)), List.of(message(customer + order))));
                        acknowledged.add(order);
                    } catch (TableUnavailable unknown) {
                        refused.incrementAndGet();
                    }
                });
            }
        }

        assertThat(acknowledged.size() + refused.get()).isEqualTo(120);
        // What hung may still arrive; whatever has arrived is whole.
        await().untilAsserted(() -> {
            List<String> orders = allPages(ORDER.query(customer, "o"));
            assertThat(orders).containsAll(acknowledged);
            assertThat(attribute("sum", "n")).isEqualTo(number(orders.size()));
            assertThat(messages()).isEqualTo(orders.size());
        });
    }

    @Test
    void twoCommitsAreTwoRequestsThoughTheySayTheSame() {
        commit(add("sum", "n", 1));
        commit(add("sum", "n", 1));

        assertThat(attribute("sum", "n")).isEqualTo(number(2));
    }

    @Test
    void aReadThatHangsIsAskedAgain() {
        put(order("1"));
        front.delayNext(GET, Duration.ofSeconds(60));

        long before = System.nanoTime();
        assertThat(table.get(key("1"))).isPresent();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void whatABatchLeavesOverIsAskedAgain() {
        front.serve(BATCH_GET, request -> half(BATCH_GET, request, "UnprocessedKeys", "Keys"));
        front.serve(BATCH_WRITE, request -> half(BATCH_WRITE, request, "UnprocessedItems", null));
        List<Write> batch = IntStream.range(0, 25)
                .<Write>mapToObj(i -> new Write.Put(order("o" + i), null))
                .toList();

        table.batch(batch);
        assertThat(front.calls(BATCH_WRITE)).hasSize(5);
        assertThat(table.getAll(batch.stream().map(Write::key).toList())).hasSize(25);
        assertThat(front.calls(BATCH_GET)).hasSize(5);
    }

    @Test
    void aPageThatEndsAtOneMegabyteWithTheLastItemIsTheLastPage() {
        put(order("1"), order("2"));
        front.serve(QUERY, request -> {
            JsonNode page = DynamoFaults.ask(dynamo.endpoint(), QUERY, request);
            JsonNode items = page.path("Items");
            if (!items.isEmpty()) {
                JsonNode last = items.get(items.size() - 1);
                ((ObjectNode) page).putObject("LastEvaluatedKey").set("PK", last.get("PK"));
                ((ObjectNode) page.get("LastEvaluatedKey")).set("SK", last.get("SK"));
            }
            return page;
        });

        assertThat(table.query(ORDER.query(customer)).next()).isNull();
    }

    @Test
    void throttlingWithoutEndIsSaidInTimeAndNothingIsWritten() {
        DynamoTable impatient = new DynamoTable(client, NAME, SHORT);
        front.failNext(TRANSACT_WRITE, 1000, DynamoFaults.throughputExceeded());
        front.failNext(BATCH_WRITE, 1000, AwsFault.throttled());

        long before = System.nanoTime();
        assertThatThrownBy(() -> impatient.commit(new Transaction(List.of(create(order("1"))), List.of())))
                .isInstanceOf(TableUnavailable.class)
                .hasMessageContainingAll(NAME, "try again later");
        assertThatThrownBy(() -> impatient.batch(List.of(new Write.Put(order("1"), null))))
                .isInstanceOf(TableUnavailable.class);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        assertThat(table.get(key("1"))).isEmpty();
    }

    @Test
    void aConflictWithoutEndIsSaidInTime() {
        DynamoTable impatient = new DynamoTable(client, NAME, SHORT);
        front.failNext(TRANSACT_WRITE, 1000, DynamoFaults.cancelled("TransactionConflict"));

        assertThatThrownBy(() -> impatient.commit(new Transaction(List.of(create(order("1"))), List.of())))
                .isInstanceOf(TableUnavailable.class);
    }

    @Test
    void aMissingTableSaysWhatToDeploy() {
        assertThatThrownBy(() -> new DynamoTable(client, "nowhere").get(key("1")))
                .isInstanceOf(TableUnavailable.class)
                .hasMessage("there is no table nowhere here; deploy the stack that makes it");
    }

    @Test
    void aMissingRightIsSaidAtOnce() {
        front.failNext(
                GET, 1, AwsFault.badRequest("AccessDeniedException", "not authorized to perform: dynamodb:GetItem"));

        assertThatThrownBy(() -> table.get(key("1")))
                .isInstanceOf(TableUnavailable.class)
                .hasMessageContainingAll("give the function's role the right", "dynamodb:GetItem");
        assertThat(front.calls(GET)).hasSize(1);
    }

    @Test
    void anEndpointWhereNobodyListensIsUnavailable() {
        front.close();

        assertThatThrownBy(() -> new DynamoTable(client, NAME, SHORT).get(key("1")))
                .isInstanceOf(TableUnavailable.class);
    }

    @Test
    void whoIsInterruptedWhileWaitingStopsWaiting() {
        front.failNext(GET, 1000, AwsFault.throttled());

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> table.get(key("1"))).isInstanceOf(TableUnavailable.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aConditionIsNoFault() {
        put(order("1"));

        assertThatThrownBy(() -> commit(new Write.Delete(key("1"), Condition.equal("total", 8))))
                .isInstanceOf(ConditionFailed.class);

        assertThat(front.calls(TRANSACT_WRITE)).hasSize(1);
    }

    private void makeTrouble(Random random) {
        switch (random.nextInt(8)) {
            case 0 -> front.failNext(TRANSACT_WRITE, 1 + random.nextInt(3), DynamoFaults.throughputExceeded());
            case 1 -> front.failNext(TRANSACT_WRITE, 1, DynamoFaults.cancelled("None", "TransactionConflict", "None"));
            case 2 -> front.failNext(TRANSACT_WRITE, 1, new AwsFault(500, "InternalServerError", "try again"));
            case 3, 4 -> front.loseNextAnswer(TRANSACT_WRITE);
            case 5 -> front.delayNext(TRANSACT_WRITE, HANGS.plusMillis(random.nextInt(200)));
            default -> {}
        }
    }

    /** How many messages of this test's customer wait in the outbox. */
    private long messages() {
        return IntStream.range(0, DynamoOutbox.SHARDS)
                .boxed()
                .flatMap(shard -> dynamo
                        .client()
                        .query(query -> query.tableName(NAME)
                                .keyConditionExpression("PK = :pk AND begins_with(SK, :sk)")
                                .expressionAttributeValues(Map.of(
                                        ":pk", Attributes.text(OutboxItems.partition(shard)),
                                        ":sk", Attributes.text(customer))))
                        .items()
                        .stream())
                .count();
    }

    /** Does the first half of what is asked, rounded up, and says that the rest is left over. */
    private JsonNode half(String operation, JsonNode request, String leftOver, String field) {
        JsonNode asked = request.path("RequestItems").path(NAME);
        ArrayNode all = (ArrayNode) (field == null ? asked : asked.path(field));
        ArrayNode rest = all.arrayNode();
        for (int i = all.size() - 1; i >= (all.size() + rest.size() + 1) / 2; i--) {
            rest.add(all.remove(i));
        }
        JsonNode answer = DynamoFaults.ask(dynamo.endpoint(), operation, request);
        ObjectNode left = ((ObjectNode) answer).putObject(leftOver);
        if (!rest.isEmpty()) {
            if (field == null) {
                left.set(NAME, rest);
            } else {
                left.putObject(NAME).put("ConsistentRead", true).set(field, rest);
            }
        }
        return answer;
    }

    private static DynamoDbClient client(URI endpoint) {
        return LocalDynamo.client(endpoint, ClientLimits.forDynamo());
    }
}
