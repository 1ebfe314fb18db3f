package org.tctf.cdk.construct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tctf.cdk.AlarmKind;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.wafv2.CfnLoggingConfiguration;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.constructs.Construct;

/**
 * What stands in front of every API of the stage, paid for once: AWS's rules against known attacks and known bad addresses,
 * and a limit for each address. What it blocks or counts is logged, without tokens.
 */
public final class SharedWebAcl extends Construct {
    /** Blocked within five minutes: more than a scanner passing by. */
    private static final int MANY = 1000;

    private final CfnWebACL acl;

    public SharedWebAcl(
            Construct scope,
            String id,
            String name,
            AddressLimit limit,
            IKey key,
            RetentionDays logsKept,
            Alarms alarms) {
        super(scope, id);
        List<CfnWebACL.RuleProperty> rules = new ArrayList<>();
        rules.add(rule(limit));
        rules.add(managed("AWSManagedRulesAmazonIpReputationList", 10));
        rules.add(managed("AWSManagedRulesKnownBadInputsRuleSet", 20));
        // Bodies over 8 KB are usual here; how large each may be is in the documents, and the functions check it.
        rules.add(managed("AWSManagedRulesCommonRuleSet", 30, "SizeRestrictions_BODY"));
        rules.add(managed("AWSManagedRulesSQLiRuleSet", 40));
        acl = CfnWebACL.Builder.create(this, "Acl")
                .name(name)
                .scope("REGIONAL")
                .defaultAction(CfnWebACL.DefaultActionProperty.builder()
                        .allow(CfnWebACL.AllowActionProperty.builder().build())
                        .build())
                .rules(rules)
                .visibilityConfig(seenAs(name))
                .build();
        logs(name, key, logsKept);
        alarms.on(
                this,
                AlarmKind.WEB_ACL_BLOCKS,
                "web-acl",
                Metric.Builder.create()
                        .namespace("AWS/WAFV2")
                        .metricName("BlockedRequests")
                        .dimensionsMap(Ordered.map("Region", Arns.here().region(), "Rule", "ALL", "WebACL", name))
                        .statistic("Sum")
                        .period(software.amazon.awscdk.Duration.minutes(5))
                        .build(),
                Alarms.Rings.at(MANY));
    }

    public String arn() {
        return acl.getAttrArn();
    }

    private void logs(String name, IKey key, RetentionDays kept) {
        // WAF takes only groups whose names begin so.
        String group = "aws-waf-logs-" + name;
        LogGroup logs = LogGroup.Builder.create(this, "Logs")
                .logGroupName(group)
                .encryptionKey(key)
                .retention(kept)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        CfnLoggingConfiguration.Builder.create(this, "Logging")
                .resourceArn(acl.getAttrArn())
                .logDestinationConfigs(List.of(Arns.here().logGroup(group)))
                .redactedFields(List.of(
                        redacted(Ordered.map("SingleHeader", Ordered.map("Name", "authorization"))),
                        redacted(Ordered.map("SingleHeader", Ordered.map("Name", "cookie"))),
                        // A mailed link's token is in it.
                        redacted(Ordered.map("QueryString", Map.of()))))
                .loggingFilter(Ordered.<Object>map(
                        "DefaultBehavior",
                        "DROP",
                        "Filters",
                        List.of(Ordered.<Object>map(
                                "Behavior",
                                "KEEP",
                                "Requirement",
                                "MEETS_ANY",
                                "Conditions",
                                List.of(action("BLOCK"), action("COUNT"))))))
                .build()
                .getNode()
                .addDependency(logs);
    }

    private static Object redacted(Map<String, ? extends Object> field) {
        CfnLoggingConfiguration.FieldToMatchProperty.Builder builder =
                CfnLoggingConfiguration.FieldToMatchProperty.builder();
        if (field.containsKey("SingleHeader")) {
            return builder.singleHeader(field.get("SingleHeader")).build();
        }
        return builder.queryString(field.get("QueryString")).build();
    }

    private static Map<String, Object> action(String action) {
        return Ordered.map("ActionCondition", Ordered.map("Action", action));
    }

    private static CfnWebACL.RuleProperty rule(AddressLimit limit) {
        return CfnWebACL.RuleProperty.builder()
                .name(AddressLimit.NAME)
                .priority(0)
                .action(CfnWebACL.RuleActionProperty.builder()
                        .block(CfnWebACL.BlockActionProperty.builder().build())
                        .build())
                .statement(CfnWebACL.StatementProperty.builder()
                        .rateBasedStatement(limit.statement())
                        .build())
                .visibilityConfig(seenAs(AddressLimit.NAME))
                .build();
    }

    /** @param counted rules of the group that only count */
    private static CfnWebACL.RuleProperty managed(String group, int priority, String... counted) {
        CfnWebACL.ManagedRuleGroupStatementProperty.Builder statement =
                CfnWebACL.ManagedRuleGroupStatementProperty.builder()
                        .vendorName("AWS")
                        .name(group);
        if (counted.length > 0) {
            statement.ruleActionOverrides(List.of(counted).stream()
                    .map(rule -> CfnWebACL.RuleActionOverrideProperty.builder()
                            .name(rule)
                            .actionToUse(CfnWebACL.RuleActionProperty.builder()
                                    .count(CfnWebACL.CountActionProperty.builder()
                                            .build())
                                    .build())
                            .build())
                    .toList());
        }
        return CfnWebACL.RuleProperty.builder()
                .name(group)
                .priority(priority)
                .overrideAction(CfnWebACL.OverrideActionProperty.builder()
                        .none(Map.of())
                        .build())
                .statement(CfnWebACL.StatementProperty.builder()
                        .managedRuleGroupStatement(statement.build())
                        .build())
                .visibilityConfig(seenAs(group))
                .build();
    }

    private static CfnWebACL.VisibilityConfigProperty seenAs(String metric) {
        return CfnWebACL.VisibilityConfigProperty.builder()
                .metricName(metric)
                .cloudWatchMetricsEnabled(true)
                .sampledRequestsEnabled(true)
                .build();
    }
}
