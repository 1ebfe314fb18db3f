package org.tctf.eventbridge;

import software.amazon.awssdk.services.sqs.SqsClient;

class ElasticMqTest extends SqsContract {

    @Override
    SqsClient client() {
        return Clients.sqs(ElasticMq.endpoint());
    }
}
