package org.tctf.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.blueprint.Stage;
import org.tctf.blueprint.Sweep;
import org.tctf.dynamodb.DynamoTables;
import org.tctf.kernel.Ids;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.Outgoing;
import org.tctf.kernel.table.Transaction;
import org.tctf.lambda.notes.NotesService;
import org.tctf.localaws.FakeAws;
import org.tctf.localaws.FakeSqs;
import org.tctf.localaws.LocalBus;
import org.tctf.localaws.LocalDynamo;
import org.tctf.localaws.LocalTables;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** What the table's stream did not bring leaves all the same, whatever else lies in the outbox. */
class SweepTest {
    private static final Instant LONG_AGO = Instant.now().minus(Sweep.OLDER_THAN.multipliedBy(2));

    private final Stage stage = new Stage("s" + UUID.randomUUID().toString().substring(0, 8));
    private final DynamoDbClient dynamo = LocalDynamo.shared().client();
    private final FakeAws aws = FakeAws.start();
    private final LocalBus bus = LocalBus.in(aws, FakeSqs.in(aws, InstantSource.system()), InstantSource.system())
            .wire(stage, List.of(NotesService.DEFINITION));
    private final EventBridgeClient events = EventBridgeClient.builder()
            .endpointOverride(aws.endpoint())
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private Container container;
    private RelayFunction function;

    @BeforeEach
    void start() {
        LocalTables tables = new LocalTables(dynamo);
        tables.create(stage, NotesService.DEFINITION);
        tables.createGuards(stage);
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        container = Container.start(
                new Surroundings(Map.of("TCTF_STAGE", stage.name(), "TCTF_PUBLIC_URL", "https://tctf.example")),
                dynamo,
                events);
        function = new RelayFunction(container);
    }

    @AfterEach
    void stop() {
        System.setOut(console);
        container.close();
        events.close();
        aws.close();
    }

    @Test
    void moreThanAPageOfFactsLeavesInOneSweep() {
        IntStream.range(0, 3).forEach(_ -> commit(80));

        assertThat(sweep().path("swept").asInt()).isEqualTo(240);

        assertThat(published()).isEqualTo(240);
        assertThat(sweep().path("swept").asInt()).isZero();
        assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("relay.unreadable");
    }

    @Test
    void aPageOfPoisonHoldsUpNothingAndIsCounted() {
        commit(1);
        poison(101);

        JsonNode first = sweep();

        assertThat(first.path("swept").asInt()).isEqualTo(1);
        assertThat(first.path("unreadable").asInt()).isEqualTo(101);
        assertThat(published()).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("\"relay.unreadable\":101.0");
        assertThat(sweep().path("unreadable").asInt()).as("nothing is lost").isEqualTo(101);
    }

    private JsonNode sweep() {
        return function.answer(Json.MAPPER.createObjectNode().put(Sweep.FIELD, true), Lambda.soon());
    }

    private int published() {
        return bus.events().archive(stage.bus()).size();
    }

    private void commit(int facts) {
        List<Outgoing> messages = IntStream.range(0, facts)
                .mapToObj(_ -> Outgoing.fact(fact(id(LONG_AGO))))
                .toList();
        new DynamoTables(dynamo, stage).of(NotesService.DEFINITION).commit(new Transaction(List.of(), messages));
    }

    /** Older than the one message there is, and in its shard. */
    private void poison(int items) {
        Map<String, AttributeValue> sound = dynamo.scan(scan -> scan.tableName(stage.table(NotesService.DEFINITION)))
                .items()
                .getFirst();
        for (int i = 0; i < items; i++) {
            Map<String, AttributeValue> torn = new HashMap<>(sound);
            UUID older = id(LONG_AGO.minus(Duration.ofMinutes(i + 1)));
            torn.put("SK", AttributeValue.fromS(older.toString()));
            torn.put("envelope", AttributeValue.fromS("{\"id\":"));
            dynamo.putItem(
                    put -> put.tableName(stage.table(NotesService.DEFINITION)).item(torn));
        }
    }

    private static UUID id(Instant at) {
        return Ids.v7(() -> at, new Random()).next();
    }

    private static Envelope fact(UUID id) {
        return new Envelope(
                id.toString(),
                "notes",
                "NOTE_WRITTEN",
                1,
                LONG_AGO,
                "n",
                Envelope.schemaPath("NOTE_WRITTEN", 1),
                1,
                id.toString(),
                null,
                "ada",
                null,
                "{}");
    }
}
