package org.tctf.cdk.construct;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.constructs.Construct;

/**
 * Calls a function when one of these alarms goes off again (CloudWatch User Guide, "Alarm events and EventBridge"). What it
 * misses is no loss: the next alarm that goes off, or a person, calls it again.
 */
public final class RecoveryRule extends Construct {

    /** @param event what the function gets */
    public RecoveryRule(Construct scope, String id, String name, List<String> alarms, Alias function, String event) {
        super(scope, id);
        Map<String, Object> detail = Ordered.map(
                "alarmName",
                alarms,
                "previousState",
                Ordered.map("value", List.of("ALARM")),
                "state",
                Ordered.map("value", List.of("OK")));
        CfnRule rule = CfnRule.Builder.create(this, "Rule")
                .name(name)
                .eventPattern(Ordered.<Object>map(
                        "source",
                        List.of("aws.cloudwatch"),
                        "detail-type",
                        List.of("CloudWatch Alarm State Change"),
                        "detail",
                        detail))
                .targets(List.of(CfnRule.TargetProperty.builder()
                        .id("function")
                        .arn(function.getFunctionArn())
                        .input(event)
                        .build()))
                .build();
        CfnPermission.Builder.create(this, "Permission")
                .action("lambda:InvokeFunction")
                .functionName(function.getFunctionArn())
                .principal("events.amazonaws.com")
                .sourceArn(rule.getAttrArn())
                .build();
    }
}
