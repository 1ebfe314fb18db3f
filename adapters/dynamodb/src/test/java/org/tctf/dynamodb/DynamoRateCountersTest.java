package org.tctf.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tctf.localaws.DynamoFaults.UPDATE;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tctf.blueprint.Stage;
import org.tctf.contracts.RateCountersContract;
import org.tctf.kernel.table.TableUnavailable;
import org.tctf.kernel.web.Quota;
import org.tctf.kernel.web.RateCounters;
import org.tctf.localaws.AwsFault;
import org.tctf.localaws.DynamoFaults;
import org.tctf.localaws.FakeAws;
import org.tctf.localaws.LocalDynamo;
import org.tctf.localaws.LocalTables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoRateCountersTest extends RateCountersContract {
    private static final Stage STAGE = new Stage("rates");
    private static final Quota QUOTA = new Quota("test", 3, Duration.ofMinutes(1));
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456789Z");

    private static LocalDynamo dynamo;
    private static RateCounters counters;

    @BeforeAll
    static void create() {
        dynamo = LocalDynamo.shared();
        new LocalTables(dynamo.client()).createGuards(STAGE);
        counters = new DynamoRateCounters(dynamo.client(), STAGE);
    }

    @Override
    protected RateCounters counters() {
        return counters;
    }

    @Test
    void aRequestIsOneWriteAndTheFirstOfAWindowTwo() {
        try (FakeAws front = DynamoFaults.inFrontOf(dynamo);
                DynamoDbClient client = LocalDynamo.client(front.endpoint(), ClientLimits.forDynamo())) {
            RateCounters counted = new DynamoRateCounters(client, STAGE);
            for (int request = 1; request <= 5; request++) {
                counted.count("writes", QUOTA, NOON);
                assertThat(front.calls(UPDATE)).hasSize(request + 1);
            }
        }
    }

    @Test
    void aWindowIsWholeSecondsLongThoughTheClockIsFiner() {
        assertThat(counters.count("fine", QUOTA, NOON).resetsIn()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aBucketMayBeDeletedOnceItsWindowIsOver() {
        counters.count("expiry", QUOTA, NOON);
        AttributeValue expiry = dynamo.client()
                .getItem(get -> get.tableName(STAGE.guards()).key(Map.of("PK", Attributes.text("RATE#expiry"))))
                .item()
                .get("expiresAt");
        assertThat(Instant.ofEpochSecond(Long.parseLong(expiry.n())))
                .isBetween(NOON.plusSeconds(60), NOON.plusSeconds(62));
    }

    @Test
    void aTableThatCannotBeAskedLetsNobodyThrough() {
        try (FakeAws front = DynamoFaults.inFrontOf(dynamo);
                DynamoDbClient client = LocalDynamo.client(front.endpoint(), ClientLimits.forDynamo())) {
            front.failNext(UPDATE, 1000, AwsFault.throttled());
            assertThatThrownBy(() -> new DynamoRateCounters(client, STAGE).count("down", QUOTA, NOON))
                    .isInstanceOf(TableUnavailable.class);
        }
    }
}
