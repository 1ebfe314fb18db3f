package org.tctf.cdk.construct;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the policies of queues, topics, keys and roles say. */
public final class Statements {
    private static final String VERSION = "2012-10-17";

    private Statements() {}

    /**
     * EventBridge may publish. It says neither for which rule nor for which account, and a condition on that would never hold
     * (EventBridge User Guide, "My rule matches, but no messages were published to my SNS topic"); as a service it publishes
     * to topics of the rule's own account only.
     */
    public static Map<String, Object> publishedByRules(String topicArn) {
        return statement(
                "FactsOfTheRule",
                "Allow",
                Ordered.map("Service", "events.amazonaws.com"),
                List.of("sns:Publish"),
                topicArn);
    }

    /** An AWS service may do this, on behalf of nothing but what {@code condition} names. */
    public static Map<String, Object> service(
            String sid, String principal, List<String> actions, String resource, Map<String, Object> condition) {
        Map<String, Object> statement = statement(sid, "Allow", Ordered.map("Service", principal), actions, resource);
        statement.put("Condition", condition);
        return statement;
    }

    /** Nobody may do this over a connection that can be listened to. */
    public static Map<String, Object> onlyEncrypted(String actions, String resource) {
        return onlyEncrypted(actions, List.of(resource));
    }

    /** Nobody may do this over a connection that can be listened to. */
    public static Map<String, Object> onlyEncrypted(String actions, List<String> resources) {
        Map<String, Object> statement = statement(
                "OnlyOverTls",
                "Deny",
                Ordered.map("AWS", "*"),
                List.of(actions),
                resources.size() == 1 ? resources.getFirst() : resources);
        statement.put("Condition", Ordered.map("Bool", Ordered.map("aws:SecureTransport", "false")));
        return statement;
    }

    /** The source of a service's call is this very thing of ours. */
    public static Map<String, Object> from(String arn) {
        return Ordered.map("ArnEquals", Ordered.map("aws:SourceArn", arn));
    }

    /** The service's call is made for this account. */
    public static Map<String, Object> fromAccount(String account) {
        return Ordered.map("StringEquals", Ordered.map("aws:SourceAccount", account));
    }

    public static Map<String, Object> document(List<Map<String, Object>> statements) {
        return Ordered.map("Version", VERSION, "Statement", statements);
    }

    /** Which service may take the role. */
    public static Map<String, Object> trust(String principal, Map<String, Object> condition) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Effect", "Allow");
        statement.put("Principal", Ordered.map("Service", principal));
        statement.put("Action", "sts:AssumeRole");
        if (!condition.isEmpty()) {
            statement.put("Condition", condition);
        }
        return document(List.of(statement));
    }

    private static Map<String, Object> statement(
            String sid, String effect, Map<String, String> principal, List<String> actions, Object resource) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Sid", sid);
        statement.put("Effect", effect);
        statement.put("Principal", principal);
        statement.put("Action", actions);
        statement.put("Resource", resource);
        return statement;
    }
}
