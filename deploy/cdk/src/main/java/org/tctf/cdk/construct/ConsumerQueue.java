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
    private final String deadArn;
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

    /** An AWS service that puts messages in on behalf of this; what the queue refuses, a rule lays to its dead letters. */
    public record Sender(String sid, String service, String arn, boolean isRule) {
        static Sender topic(String arn) {
            return new Sender("FactsOfTheTopic", "sns.amazonaws.com", arn, false);
        }

        /** Of the account's own bus. */
        public static Sender rule(String name) {
            return new Sender(
                    "EventsOf" + name.replaceAll("[^A-Za-z0-9]", ""),
                    "events.amazonaws.com",
                    Arns.here().rule(name),
                    true);
        }

        Map<String, Object> mayPutInto(String queueArn) {
            return Statements.service(sid, service, List.of("sqs:SendMessage"), queueArn, Statements.from(arn));
        }
    }

    /** @param senders besides functions, whose own rights say so */
    public ConsumerQueue(Construct scope, String id, Shape shape, String keyArn, List<Sender> senders, Alarms alarms) {
        super(scope, id);
        batch = Math.min(LARGEST_BATCH, Math.ceilDiv(shape.concurrency(), LEAST_ENVIRONMENTS));
        environments = Math.max(LEAST_ENVIRONMENTS, shape.concurrency() / batch);
        String ownArn = Arns.here().queue(shape.name());
        DeadLetterQueue dead = new DeadLetterQueue(
                        this,
                        "Dead",
                        shape.dead(),
                        keyArn,
                        senders.stream()
                                .filter(Sender::isRule)
                                .map(rule -> rule.mayPutInto(Arns.here().queue(shape.dead())))
                                .toList(),
                        DeadLetterQueue.of(ownArn))
                .rings(alarms, AlarmKind.DEAD_LETTERS, id, shape.dead());
        deadArn = dead.arn();
        queue = CfnQueue.Builder.create(this, "Queue")
                .queueName(shape.name())
                .kmsMasterKeyId(keyArn)
                .visibilityTimeout(shape.visibility().toSeconds())
                .redrivePolicy(
                        Ordered.<Object>map("deadLetterTargetArn", dead.arn(), "maxReceiveCount", shape.maxReceives()))
                .build();
        List<Map<String, Object>> statements = new ArrayList<>();
        senders.forEach(sender -> statements.add(sender.mayPutInto(ownArn)));
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

    String deadArn() {
        return deadArn;
    }

    /** In how many environments its messages may be worked at. */
    public int environments() {
        return environments;
    }
}
