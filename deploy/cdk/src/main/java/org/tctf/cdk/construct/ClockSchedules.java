package org.tctf.cdk.construct;

import java.time.Duration;
import java.util.List;
import org.tctf.cdk.AlarmKind;
import software.amazon.awscdk.services.iam.CfnRole;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.CfnEventInvokeConfig;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.scheduler.CfnScheduleGroup;
import software.constructs.Construct;

/**
 * What runs by the clock: EventBridge Scheduler calls a function, on the dot, and tries again until the next run is due.
 * What could not be started lies in a queue, and rings.
 */
public final class ClockSchedules extends Construct {
    private static final int TRIES = 5;
    private static final Duration LONGEST = Duration.ofDays(1);

    /** The longest that Lambda lets a run wait for its turn. */
    private static final Duration WAITS_AT_MOST = Duration.ofHours(6);

    private final CfnScheduleGroup group;
    private final CfnRole role;
    private final String failedArn;

    /** @param functions names of those that are called */
    public ClockSchedules(
            Construct scope,
            String id,
            String name,
            String failed,
            List<String> functions,
            String keyArn,
            Alarms alarms) {
        super(scope, id);
        Arns arns = Arns.here();
        failedArn = new DeadLetterQueue(this, "Failed", failed, keyArn, List.of(), DeadLetterQueue.ofNoQueue())
                .rings(alarms, AlarmKind.SCHEDULE_FAILED, "schedules", failed)
                .arn();
        group = CfnScheduleGroup.Builder.create(this, "Group").name(name).build();
        role = CfnRole.Builder.create(this, "Role")
                .description("What the schedules of %s may do".formatted(name))
                .assumeRolePolicyDocument(Statements.trust(
                        "scheduler.amazonaws.com",
                        Ordered.map(
                                "StringEquals",
                                Ordered.map("aws:SourceAccount", arns.account()),
                                "ArnEquals",
                                Ordered.map("aws:SourceArn", arns.scheduleGroup(name)))))
                .policies(List.of(CfnRole.PolicyProperty.builder()
                        .policyName("rights")
                        .policyDocument(Statements.document(List.of(
                                Grant.of(
                                                "Functions",
                                                List.of("lambda:InvokeFunction"),
                                                functions.stream()
                                                        .map(function ->
                                                                arns.function(function) + ":" + MonitoredLambda.LIVE)
                                                        .toList())
                                        .statement(),
                                Grant.of("WhatFailed", List.of("sqs:SendMessage"), List.of(arns.queue(failed)))
                                        .statement(),
                                Grant.of(
                                                "KeyOfTheQueue",
                                                List.of("kms:Decrypt", "kms:GenerateDataKey"),
                                                List.of(keyArn))
                                        .statement())))
                        .build()))
                .build();
    }

    /** @param event what the function gets */
    public void calls(Alias function, String name, Duration every, String event) {
        CfnSchedule.Builder.create(this, name)
                .name(name)
                .groupName(group.getRef())
                .scheduleExpression(rate(every))
                .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder()
                        .mode("OFF")
                        .build())
                .target(CfnSchedule.TargetProperty.builder()
                        .arn(function.getFunctionArn())
                        .roleArn(role.getAttrArn())
                        .input(event)
                        .retryPolicy(CfnSchedule.RetryPolicyProperty.builder()
                                .maximumRetryAttempts(TRIES)
                                .maximumEventAgeInSeconds(
                                        shorter(every, LONGEST).toSeconds())
                                .build())
                        .deadLetterConfig(CfnSchedule.DeadLetterConfigProperty.builder()
                                .arn(failedArn)
                                .build())
                        .build())
                .build();
    }

    /** A run that was started and failed is tried twice more, and then lies here too; with the function's own rights. */
    public void keepsWhatFails(MonitoredLambda function) {
        CfnEventInvokeConfig.Builder.create(this, function.getNode().getId())
                .functionName(function.function().getFunctionName())
                .qualifier(function.alias().getAliasName())
                .maximumRetryAttempts(2)
                .maximumEventAgeInSeconds(WAITS_AT_MOST.toSeconds())
                .destinationConfig(CfnEventInvokeConfig.DestinationConfigProperty.builder()
                        .onFailure(CfnEventInvokeConfig.OnFailureProperty.builder()
                                .destination(failedArn)
                                .build())
                        .build())
                .build();
    }

    private static String rate(Duration every) {
        long minutes = every.toMinutes();
        return "rate(%d %s)".formatted(minutes, minutes == 1 ? "minute" : "minutes");
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
