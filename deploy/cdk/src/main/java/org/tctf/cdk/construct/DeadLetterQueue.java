package org.tctf.cdk.construct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tctf.cdk.Acknowledged;
import org.tctf.cdk.AlarmKind;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.sqs.CfnQueue;
import software.amazon.awscdk.services.sqs.CfnQueuePolicy;
import software.constructs.Construct;

/**
 * Where something lies that could not be done, for 14 days, the longest that SQS keeps anything; the first one that comes
 * rings.
 */
public final class DeadLetterQueue extends Construct {
    static final int KEPT_SECONDS = 14 * 24 * 60 * 60;

    private final String arn;

    /**
     * @param keyArn of the key that messages are encrypted with
     * @param allowed what may send to it, besides functions whose own rights say so
     * @param redriveAllow which queues may name it as theirs, in SQS's words
     */
    public DeadLetterQueue(
            Construct scope,
            String id,
            String name,
            String keyArn,
            List<Map<String, Object>> allowed,
            Map<String, Object> redriveAllow) {
        super(scope, id);
        CfnQueue queue = CfnQueue.Builder.create(this, "Queue")
                .queueName(name)
                .kmsMasterKeyId(keyArn)
                .messageRetentionPeriod(KEPT_SECONDS)
                .redriveAllowPolicy(redriveAllow)
                .build();
        arn = queue.getAttrArn();
        if (redriveAllow.equals(ofNoQueue())) {
            Acknowledged.NOBODYS_DEAD_LETTERS.on(queue);
        }
        List<Map<String, Object>> statements = new ArrayList<>(allowed);
        statements.add(Statements.onlyEncrypted("sqs:*", Arns.here().queue(name)));
        CfnQueuePolicy.Builder.create(this, "Policy")
                .queues(List.of(queue.getRef()))
                .policyDocument(Statements.document(statements))
                .build();
    }

    /** Nobody's: what lies here never was in another queue of ours. */
    public static Map<String, Object> ofNoQueue() {
        return Ordered.map("redrivePermission", "denyAll");
    }

    /** For one queue only. */
    public static Map<String, Object> of(String queueArn) {
        return Ordered.map("redrivePermission", "byQueue", "sourceQueueArns", List.of(queueArn));
    }

    public DeadLetterQueue rings(Alarms alarms, AlarmKind kind, String subject, String name) {
        alarms.on(this, kind, subject, metric(name, "ApproximateNumberOfMessagesVisible"), Alarms.Rings.at(1));
        return this;
    }

    public String arn() {
        return arn;
    }

    static Metric metric(String queue, String name) {
        return Metric.Builder.create()
                .namespace("AWS/SQS")
                .metricName(name)
                .dimensionsMap(Ordered.map("QueueName", queue))
                .statistic("Maximum")
                .period(Duration.minutes(1))
                .build();
    }
}
