package org.tctf.cdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tctf.blueprint.PlatformParameter;
import org.tctf.blueprint.Stage;
import org.tctf.builtinidentity.ProviderTable;
import org.tctf.cdk.construct.AccountPool;
import org.tctf.cdk.construct.AddressLimit;
import org.tctf.cdk.construct.AlarmTopic;
import org.tctf.cdk.construct.Alarms;
import org.tctf.cdk.construct.Arns;
import org.tctf.cdk.construct.Costs;
import org.tctf.cdk.construct.FactBus;
import org.tctf.cdk.construct.Ordered;
import org.tctf.cdk.construct.ServiceTable;
import org.tctf.cdk.construct.SharedWebAcl;
import org.tctf.cdk.construct.StageKey;
import org.tctf.cdk.construct.Statements;
import org.tctf.kernel.service.ServiceDefinition;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.apigateway.CfnAccount;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.xray.CfnResourcePolicy;
import software.constructs.Construct;

/**
 * What the services of a stage share, and can only have together: the bus, the keys, the accounts, the web ACL, the alarms'
 * topic, the screen, the budget. It publishes what services cannot know by name.
 */
final class PlatformStack extends Stack {

    PlatformStack(Construct scope, StageSettings settings, List<ServiceDefinition> services, Apis apis) {
        super(
                scope,
                settings.stage().platformStack(),
                StackProps.builder()
                        .stackName(settings.stage().platformStack())
                        .description("What the services of the stage share")
                        .terminationProtection(true)
                        .build());
        Stage stage = settings.stage();
        String name = stage.platformStack();
        Map<String, String> tags = CostTags.of(stage, "platform", "platform", "critical");
        List<Map<String, Object>> users = new ArrayList<>(StageKey.usedByEvents(stage.bus(), stage.prefix()));
        users.add(StageKey.usedBy("TopicsToQueues", "sns.amazonaws.com"));
        users.add(StageKey.usedBy("Alarms", "cloudwatch.amazonaws.com"));
        users.add(StageKey.usedBy("Budgets", "budgets.amazonaws.com"));
        users.add(StageKey.usedBy("UnusualCosts", "costalerts.amazonaws.com"));
        users.add(StageKey.usedByLogs(List.of(
                "/aws/lambda/" + stage.prefix(),
                "/aws/apigateway/" + stage.prefix(),
                "API-Gateway-Execution-Logs_",
                "aws-waf-logs-" + stage.prefix())));
        IKey dataKey =
                new StageKey(this, "DataKey", stage.dataKey(), "Tables, queues, topics, logs and secrets", users).key();
        String keyArn = dataKey.getKeyArn();
        AlarmTopic topic = new AlarmTopic(this, "Alarms", name + "-alarms", keyArn, settings.alarmMail());
        Alarms alarms = new Alarms(
                name, new SnsAction(Topic.fromTopicArn(this, "AlarmTopic", topic.arn())), settings.runbooks());
        new FactBus(
                this,
                "Facts",
                new FactBus.Names(stage.bus(), stage.archive(), stage.busDeadLetters()),
                settings.archiveDays(),
                keyArn,
                alarms);
        new ServiceTable(
                this,
                "Identities",
                new ServiceTable.Shape(
                        stage.table(ProviderTable.DEFINITION), true, ProviderTable.DEFINITION.indexes(), false),
                keyArn,
                tags,
                alarms);
        new ServiceTable(
                this, "Guards", new ServiceTable.Shape(stage.guards(), false, List.of(), false), keyArn, tags, alarms);
        gatewayLogs();
        tracesOfTopics(stage);
        new Screen(this, stage, services, apis).show(name);
        new Costs(
                this,
                "Costs",
                new Costs.Limits(name, CostTags.STAGE, stage.name(), settings.monthlyBudget(), settings.unusualCost()),
                topic);
        alarms.together(this, AlarmKind.SERVICE_UNHEALTHY);
        AccountPool accounts = new AccountPool(this, "Accounts", name);
        String webAcl = new SharedWebAcl(
                        this,
                        "WebAcl",
                        name,
                        new AddressLimit(settings.requestsPerAddress(), stage.name(), apis.countedByLink()),
                        dataKey,
                        settings.logsKept(),
                        alarms)
                .arn();
        StageKey sealing = new StageKey(
                this,
                "SealingKey",
                stage.sealingKey(),
                "Values that travel or lie sealed, each for a purpose",
                List.of());
        for (PlatformParameter parameter : PlatformParameter.values()) {
            Contract.publish(
                    this,
                    stage.parameter(parameter),
                    switch (parameter) {
                        case ALARM_TOPIC -> topic.arn();
                        case WEB_ACL -> webAcl;
                        case DATA_KEY -> keyArn;
                        case SEALING_KEY -> sealing.key().getKeyArn();
                        case USER_POOL_ID -> accounts.poolId();
                        case USER_POOL_CLIENT_ID -> accounts.clientId();
                        case PUBLIC_URL -> settings.publicUrl();
                        case MAIL_FROM -> settings.mailFrom();
                    });
        }
        CostTags.on(this, tags);
    }

    /**
     * API Gateway writes logs with a role of the account's, one for all its APIs in a region. It is set again by each stage's
     * stack, and stays when one of them goes.
     */
    private void gatewayLogs() {
        CfnRole role = CfnRole.Builder.create(this, "GatewayLogs")
                .description("What API Gateway may do to write logs")
                .assumeRolePolicyDocument(Statements.trust("apigateway.amazonaws.com", Map.of()))
                .managedPolicyArns(List.of("arn:%s:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"
                        .formatted(software.amazon.awscdk.Aws.PARTITION)))
                .build();
        role.applyRemovalPolicy(RemovalPolicy.RETAIN);
        Acknowledged.GATEWAY_LOGS.on(role);
        CfnAccount account = CfnAccount.Builder.create(this, "GatewayAccount")
                .cloudWatchRoleArn(role.getAttrArn())
                .build();
        account.applyRemovalPolicy(RemovalPolicy.RETAIN);
    }

    /** Without it the facts' way through a topic is missing from their trace (SNS Developer Guide, "Active tracing"). */
    private void tracesOfTopics(Stage stage) {
        Arns arns = Arns.here();
        CfnResourcePolicy.Builder.create(this, "TracesOfTopics")
                .policyName(stage.prefix() + "topics")
                .policyDocument(toJsonString(Statements.document(List.of(Statements.service(
                        "Topics",
                        "sns.amazonaws.com",
                        List.of("xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTraceSegments"),
                        "*",
                        Ordered.map(
                                "StringEquals",
                                Ordered.map("aws:SourceAccount", arns.account()),
                                "StringLike",
                                Ordered.map("aws:SourceArn", arns.topic(stage.prefix()) + "*")))))))
                .build();
    }
}
