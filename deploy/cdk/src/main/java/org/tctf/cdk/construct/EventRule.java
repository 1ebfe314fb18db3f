package org.tctf.cdk.construct;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tctf.blueprint.Routing;
import org.tctf.cdk.AlarmKind;
import org.tctf.cdk.Json;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.sns.CfnSubscription;
import software.amazon.awscdk.services.sns.CfnTopic;
import software.amazon.awscdk.services.sns.CfnTopicPolicy;
import software.constructs.Construct;

/**
 * The way of a service's facts from the bus: one rule that lets through what any of its queues wants, and hands on the
 * envelope alone; one topic, which copies it to the queues that want it. What cannot be handed on is tried again for a
 * day, and then lies in one queue for both.
 */
public final class EventRule extends Construct {
    private static final String ENVELOPE = "$.detail";

    /** EventBridge's own defaults, said aloud: what is tried less often is lost sooner. */
    private static final int TRIES = 185;

    private static final int DAY = 24 * 60 * 60;

    private final CfnTopic topic;
    private final DeadLetterQueue undelivered;

    /**
     * @param rule its name on the bus
     * @param pattern which facts, as EventBridge writes it
     */
    public record Names(String bus, String rule, String pattern, String topic, String undelivered) {}

    public EventRule(Construct scope, String id, Names names, String keyArn, Alarms alarms) {
        super(scope, id);
        Arns arns = Arns.here();
        String ruleArn = arns.rule(names.bus(), names.rule());
        String topicArn = arns.topic(names.topic());
        undelivered = new DeadLetterQueue(
                        this,
                        "Undelivered",
                        names.undelivered(),
                        keyArn,
                        List.of(
                                send("FactsOfTheRule", "events.amazonaws.com", names, ruleArn),
                                send("FactsOfTheTopic", "sns.amazonaws.com", names, topicArn)),
                        DeadLetterQueue.ofNoQueue())
                .rings(alarms, AlarmKind.UNDELIVERED, "facts", names.undelivered());
        topic = CfnTopic.Builder.create(this, "Topic")
                .topicName(names.topic())
                .kmsMasterKeyId(keyArn)
                .tracingConfig("Active")
                .build();
        CfnTopicPolicy.Builder.create(this, "TopicPolicy")
                .topics(List.of(topic.getRef()))
                .policyDocument(Statements.document(List.of(
                        Statements.publishedByRules(topicArn), Statements.onlyEncrypted("sns:Publish", topicArn))))
                .build();
        CfnRule.Builder.create(this, "Rule")
                .name(names.rule())
                .eventBusName(names.bus())
                .eventPattern(Json.object(names.pattern()))
                .targets(List.of(target("topic", topic.getRef(), undelivered.arn())
                        .inputPath(ENVELOPE)
                        .build()))
                .build();
    }

    /** The queue gets, as they are, the facts that fit; all, when there is no filter. */
    public void leadsTo(ConsumerQueue queue, Optional<String> filter) {
        CfnSubscription.Builder subscription = CfnSubscription.Builder.create(queue, "Subscription")
                .topicArn(topic.getRef())
                .protocol("sqs")
                .endpoint(queue.arn())
                .rawMessageDelivery(true)
                .redrivePolicy(Ordered.map("deadLetterTargetArn", undelivered.arn()));
        filter.ifPresent(policy -> subscription.filterPolicyScope("MessageBody").filterPolicy(Json.object(policy)));
        subscription.build();
    }

    /** That puts facts into the queues that it leads to. */
    public ConsumerQueue.Sender sender() {
        return ConsumerQueue.Sender.topic(topic.getRef());
    }

    /** Leads to a queue, as they are, what AWS says on the account's own bus of what a service sent (ADR 36, 37). */
    public static void onAccountsBus(Construct scope, Routing.ReportRule rule, ConsumerQueue queue) {
        CfnRule.Builder.create(scope, "Rule")
                .name(rule.name())
                .eventPattern(Json.object(rule.pattern()))
                .targets(List.of(target("queue", queue.arn(), queue.deadArn()).build()))
                .build();
    }

    /** A target of a rule, tried as often as can be, and then laid to dead letters. */
    static CfnRule.TargetProperty.Builder target(String id, String arn, String deadArn) {
        return CfnRule.TargetProperty.builder()
                .id(id)
                .arn(arn)
                .deadLetterConfig(
                        CfnRule.DeadLetterConfigProperty.builder().arn(deadArn).build())
                .retryPolicy(CfnRule.RetryPolicyProperty.builder()
                        .maximumRetryAttempts(TRIES)
                        .maximumEventAgeInSeconds(DAY)
                        .build());
    }

    private static Map<String, Object> send(String sid, String service, Names names, String from) {
        return Statements.service(
                sid,
                service,
                List.of("sqs:SendMessage"),
                Arns.here().queue(names.undelivered()),
                Statements.from(from));
    }
}
