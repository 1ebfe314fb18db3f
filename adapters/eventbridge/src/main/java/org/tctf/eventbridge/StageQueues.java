package org.tctf.eventbridge;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.tctf.blueprint.Stage;
import org.tctf.kernel.service.Subscription;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queues of a stage. Their addresses are asked for once and kept; a failure is not. */
public final class StageQueues {
    /** For the small calls between deliveries, which must not use up an invocation's time. */
    static final Duration AT_MOST = Duration.ofSeconds(2);

    private final Stage stage;
    private final SqsClient sqs;
    private final Map<String, String> urls = new ConcurrentHashMap<>();

    public StageQueues(Stage stage, SqsClient sqs) {
        this.stage = stage;
        this.sqs = sqs;
    }

    Stage stage() {
        return stage;
    }

    SqsClient sqs() {
        return sqs;
    }

    /** @param subscription {@link Subscription#queue()} */
    String url(String subscription) {
        return urlOf(stage.queue(subscription));
    }

    String deadLettersUrl(Subscription subscription) {
        return urlOf(stage.deadLetters(subscription));
    }

    String arn(String url) {
        return attribute(url, QueueAttributeName.QUEUE_ARN);
    }

    String attribute(String url, QueueAttributeName name) {
        return Objects.requireNonNull(
                sqs.getQueueAttributes(a -> a.queueUrl(url).attributeNames(name))
                        .attributes()
                        .get(name),
                "SQS does not say the queue's " + name);
    }

    private String urlOf(String name) {
        String known = urls.get(name);
        if (known != null) {
            return known;
        }
        String url = sqs.getQueueUrl(q -> q.queueName(name).overrideConfiguration(o -> o.apiCallTimeout(AT_MOST)))
                .queueUrl();
        urls.put(name, url);
        return url;
    }
}
