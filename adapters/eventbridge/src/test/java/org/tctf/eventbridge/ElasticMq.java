package org.tctf.eventbridge;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.net.URI;
import java.util.List;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.slf4j.LoggerFactory;

/** SQS as ElasticMQ has it, in this JVM: one for all tests, since it takes seconds to start. */
final class ElasticMq {
    private static final URI ENDPOINT = start();

    private ElasticMq() {}

    static URI endpoint() {
        return ENDPOINT;
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
