package org.tctf.eventbridge;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.slf4j.LoggerFactory;
import org.tctf.localaws.Queues;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** SQS as ElasticMQ has it, in this JVM: one for all tests, since it takes seconds to start. */
final class ElasticMq implements Queues {
    private static final URI ENDPOINT = start();

    private final SqsClient sqs = Clients.sqs(ENDPOINT);

    static URI endpoint() {
        return ENDPOINT;
    }

    @Override
    public void create(String queue, Settings settings) {
        Map<QueueAttributeName, String> attributes = new HashMap<>(Map.of(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                Long.toString(settings.visibility().toSeconds())));
        if (settings.deadLetters() != null) {
            attributes.put(
                    QueueAttributeName.REDRIVE_POLICY,
                    "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-central-1:000000000000:%s\",\"maxReceiveCount\":\"%d\"}"
                            .formatted(settings.deadLetters(), settings.maxReceives()));
        }
        sqs.createQueue(q -> q.queueName(queue).attributes(attributes));
    }

    @Override
    public void send(String queue, String body) {
        String url = sqs.getQueueUrl(q -> q.queueName(queue)).queueUrl();
        sqs.sendMessage(m -> m.queueUrl(url).messageBody(body));
    }

    private static URI start() {
        for (String chatty : List.of("org.elasticmq", "org.apache.pekko")) {
            ((Logger) LoggerFactory.getLogger(chatty)).setLevel(Level.WARN);
        }
        SQSRestServer server = SQSRestServerBuilder.withInterface("127.0.0.1")
                .withDynamicPort()
                .withAWSRegion("eu-central-1")
                .start();
        int port = server.waitUntilStarted().localAddress().getPort();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stopAndWait));
        return URI.create("http://127.0.0.1:" + port);
    }
}
