package org.tctf.cdk.construct;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tctf.cdk.AlarmKind;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.sqs.CfnQueue;
import software.amazon.awscdk.services.sqs.CfnQueuePolicy;
import software.constructs.Construct;

/**
 * A queue and its dead letters. A message is hidden while it is worked at, comes back if it was not done, and lies in the
 * dead-letter queue after so many tries. Alarms ring when messages pile up, when the oldest waits too long, and at the
 * first dead letter.
 */
public final class ConsumerQueue extends Construct {
    /** Messages that wait side by side for the queue to count as piled up. */
    private static final int DEPTH = 1000;

    /** The most that one invocation gets. A batch is delivered side by side, and lasts as long as its slowest message. */
    private static final int LARGEST_BATCH = 10;

    /** The least that Lambda takes as a mapping's bound. */
    private static final int LEAST_ENVIRONMENTS = 2;

    private final CfnQueue queue;
    private final int batch;
    private final int environments;

    /**
     * @param name the queue's
     * @param dead the dead-letter queue's name
     * @param visibility how long a received message stays hidden
     * @param concurrency how many messages are worked at side by side, in all environments together; one is two here,
     *     since Lambda's mappings begin there
     * @param waitsAtMost what the oldest message may wait before somebody is told
     */
    public record Shape(
            String name, String dead, Duration visibility, int maxReceives, int concurrency, Duration waitsAtMost) {}

    /** @param topicArn of the topic that facts come from; empty for a queue of commands */
    public ConsumerQueue(Construct scope, String id, Shape shape, String keyArn, List<String> topicArn, Alarms alarms) {
        super(scope, id);
        batch = Math.min(LARGEST_BATCH, Math.ceilDiv(shape.concurrency(), LEAST_ENVIRONMENTS));
        environments = Math.max(LEAST_ENVIRONMENTS, shape.concurrency() / batch);
        String ownArn = Arns.here().queue(shape.name());
        DeadLetterQueue dead = new DeadLetterQueue(
                        this, "Dead", shape.dead(), keyArn, List.of(), DeadLetterQueue.of(ownArn))
                .rings(alarms, AlarmKind.DEAD_LETTERS, id, shape.dead());
        queue = CfnQueue.Builder.create(this, "Queue")
                .queueName(shape.name())
                .kmsMasterKeyId(keyArn)
                .visibilityTimeout(shape.visibility().toSeconds())
                .redrivePolicy(
                        Ordered.<Object>map("deadLetterTargetArn", dead.arn(), "maxReceiveCount", shape.maxReceives()))
                .build();
        List<Map<String, Object>> statements = new ArrayList<>();
        topicArn.forEach(topic -> statements.add(Statements.service(
                "FactsOfTheTopic", "sns.amazonaws.com", List.of("sqs:SendMessage"), ownArn, Statements.from(topic))));
        statements.add(Statements.onlyEncrypted("sqs:*", ownArn));
        CfnQueuePolicy.Builder.create(this, "Policy")
                .queues(List.of(queue.getRef()))
                .policyDocument(Statements.document(statements))
                .build();
        alarms.on(
                this,
                AlarmKind.QUEUE_DEPTH,
                id,
                DeadLetterQueue.metric(shape.name(), "ApproximateNumberOfMessagesVisible"),
                new Alarms.Rings(DEPTH, 10, 15));
        alarms.on(
                this,
                AlarmKind.QUEUE_AGE,
                id,
                DeadLetterQueue.metric(shape.name(), "ApproximateAgeOfOldestMessage"),
                Alarms.Rings.lastingAt(shape.waitsAtMost().toSeconds()));
    }

    /** The function gets the queue's messages in batches, and says which of them it has not done. */
    public void feeds(Alias function) {
        EventSourceMapping.Builder.create(this, "Mapping")
                .target(function)
                .eventSourceArn(queue.getAttrArn())
                .batchSize(batch)
                .maxConcurrency(environments)
                .reportBatchItemFailures(true)
                .build();
    }

    public String arn() {
        return queue.getAttrArn();
    }

    /** In how many environments its messages may be worked at. */
    public int environments() {
        return environments;
    }
}
