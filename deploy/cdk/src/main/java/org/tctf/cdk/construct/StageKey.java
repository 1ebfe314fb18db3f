package org.tctf.cdk.construct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/**
 * A key of the stage, renewed every year. The account's own policies say who may use it; AWS services may only for what
 * they do on this account's behalf. It outlives its stack: without it, everything encrypted with it is lost.
 */
public final class StageKey extends Construct {
    private static final String EVENTS = "events.amazonaws.com";
    private static final List<String> USE = List.of("kms:Decrypt", "kms:GenerateDataKey");

    private final Key key;

    /** @param alias with its {@code alias/} */
    public StageKey(Construct scope, String id, String alias, String description, List<Map<String, Object>> services) {
        super(scope, id);
        List<Map<String, Object>> statements = new ArrayList<>();
        statements.add(accountDecides());
        statements.addAll(services);
        key = Key.Builder.create(this, "Key")
                .alias(alias)
                .description(description)
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .policy(PolicyDocument.fromJson(Statements.document(statements)))
                .build();
    }

    /** A service that reads and writes what is encrypted with the key, for this account. */
    public static Map<String, Object> usedBy(String sid, String service) {
        return Statements.service(
                sid, service, USE, "*", Statements.fromAccount(Arns.here().account()));
    }

    /**
     * EventBridge, for a bus, its archive and its rules, and for topics whose names begin so. It looks at a key before it
     * uses it. Neither for an archive nor for a topic does it say on whose behalf it asks (SNS Developer Guide, "Enable
     * compatibility between event sources from AWS services and encrypted topics"): there, what is encrypted says it.
     */
    public static List<Map<String, Object>> usedByEvents(String bus, String topics) {
        Arns arns = Arns.here();
        return List.of(
                usedBy("EventsToQueues", EVENTS),
                Statements.service(
                        "EventsLook", EVENTS, List.of("kms:DescribeKey"), "*", Statements.fromAccount(arns.account())),
                Statements.service(
                        "EventsOnTheBus",
                        EVENTS,
                        USE,
                        "*",
                        encrypts("aws:events:event-bus:arn", List.of(arns.bus(bus)))),
                Statements.service(
                        "EventsToTopics",
                        EVENTS,
                        USE,
                        "*",
                        encrypts("aws:sns:topicArn", List.of(arns.topic(topics) + "*"))));
    }

    /** CloudWatch Logs, for groups whose names begin so. */
    public static Map<String, Object> usedByLogs(List<String> groups) {
        Arns arns = Arns.here();
        return Statements.service(
                "Logs",
                "logs.%s.amazonaws.com".formatted(arns.region()),
                List.of(
                        "kms:Decrypt",
                        "kms:DescribeKey",
                        "kms:Encrypt",
                        "kms:GenerateDataKey",
                        "kms:GenerateDataKeyWithoutPlaintext",
                        "kms:ReEncryptFrom",
                        "kms:ReEncryptTo"),
                "*",
                encrypts(
                        "aws:logs:arn",
                        groups.stream().map(group -> arns.logGroup(group) + "*").toList()));
    }

    private static Map<String, Object> encrypts(String context, List<String> arns) {
        return Ordered.map("ArnLike", Ordered.map("kms:EncryptionContext:" + context, arns));
    }

    public Key key() {
        return key;
    }

    /** AWS's own default: without it nobody could ever change the key's policy again. */
    private static Map<String, Object> accountDecides() {
        Map<String, Object> statement = Ordered.map("Sid", "AccountDecides", "Effect", "Allow");
        statement.put(
                "Principal",
                Ordered.map(
                        "AWS",
                        "arn:%s:iam::%s:root"
                                .formatted(Arns.here().partition(), Arns.here().account())));
        statement.put("Action", "kms:*");
        statement.put("Resource", "*");
        return statement;
    }
}
