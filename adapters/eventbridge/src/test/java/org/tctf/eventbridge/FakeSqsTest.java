package org.tctf.eventbridge;

import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.tctf.localaws.FakeAws;
import org.tctf.localaws.FakeSqs;
import software.amazon.awssdk.services.sqs.SqsClient;

class FakeSqsTest extends SqsContract {
    private final FakeAws aws = FakeAws.start();

    @Override
    SqsClient client() {
        FakeSqs.in(aws, InstantSource.system());
        return Clients.sqs(aws.endpoint());
    }

    @AfterEach
    void stop() {
        aws.close();
    }
}
