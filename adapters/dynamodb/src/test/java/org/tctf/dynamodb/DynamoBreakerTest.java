package org.tctf.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tctf.localaws.DynamoFaults.GET;
import static org.tctf.localaws.DynamoFaults.PUT;

import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tctf.blueprint.Stage;
import org.tctf.contracts.BreakerContract;
import org.tctf.kernel.breaker.Breaker;
import org.tctf.kernel.breaker.BreakerStates;
import org.tctf.localaws.AwsFault;
import org.tctf.localaws.DynamoFaults;
import org.tctf.localaws.FakeAws;
import org.tctf.localaws.LocalDynamo;
import org.tctf.localaws.LocalTables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoBreakerTest extends BreakerContract {
    private static final Stage STAGE = new Stage("breakers");

    private static LocalDynamo dynamo;
    private static BreakerStates states;

    @BeforeAll
    static void create() {
        dynamo = LocalDynamo.shared();
        new LocalTables(dynamo.client()).createGuards(STAGE);
        states = new DynamoBreakerStates(dynamo.client(), STAGE);
    }

    @Override
    protected BreakerStates states() {
        return states;
    }

    @Test
    void aCallThatWorksIsOneReadAndNoWrite() {
        try (FakeAws front = DynamoFaults.inFrontOf(dynamo);
                DynamoDbClient client = LocalDynamo.client(front.endpoint(), ClientLimits.forDynamo())) {
            breaker(client).attempt().orElseThrow().succeeded();
            assertThat(front.calls(GET)).hasSize(1);
            assertThat(front.calls(PUT)).isEmpty();
        }
    }

    @Test
    void statesThatCannotBeReadOrWrittenAreNoReasonNotToAskTheProvider() {
        try (FakeAws front = DynamoFaults.inFrontOf(dynamo);
                DynamoDbClient client = LocalDynamo.client(front.endpoint(), ClientLimits.forDynamo())) {
            front.failNext(GET, 1000, AwsFault.throttled());
            Breaker.Attempt attempt = breaker(client).attempt().orElseThrow();
            attempt.failed();
        }
    }

    private static Breaker breaker(DynamoDbClient client) {
        return new Breaker("mail", new DynamoBreakerStates(client, STAGE), Instant::now);
    }
}
