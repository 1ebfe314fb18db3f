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

    /** CloudWatch Logs, for groups whose names begin so. */
    public static Map<String, Object> usedByLogs(List<String> groups) {
        Arns arns = Arns.here();
        return Statements.service(
                "Logs",
                "logs.%s.amazonaws.com".formatted(arns.region()),
                List.of("kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"),
                "*",
                Ordered.map(
                        "ArnLike",
                        Ordered.map(
                                "kms:EncryptionContext:aws:logs:arn",
                                groups.stream()
                                        .map(group -> arns.logGroup(group) + "*")
                                        .toList())));
    }

    /** EventBridge looks at the key before it uses it for a bus. */
    public static Map<String, Object> seenByEvents() {
        return Statements.service(
                "EventsLooks",
                "events.amazonaws.com",
                List.of("kms:DescribeKey"),
                "*",
                Statements.fromAccount(Arns.here().account()));
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
