package org.tctf.cdk.construct;

import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.services.sns.CfnSubscription;
import software.amazon.awscdk.services.sns.CfnTopic;
import software.amazon.awscdk.services.sns.CfnTopicPolicy;
import software.constructs.Construct;

/** Where alarms, budgets and unusual costs are told of. */
public final class AlarmTopic extends Construct {
    private static final List<String> PUBLISH = List.of("sns:Publish");

    private final CfnTopic topic;
    private final CfnTopicPolicy policy;

    /** @param mail who gets them by mail, once they have agreed to it */
    public AlarmTopic(Construct scope, String id, String name, String keyArn, Optional<String> mail) {
        super(scope, id);
        Arns arns = Arns.here();
        String arn = arns.topic(name);
        topic = CfnTopic.Builder.create(this, "Topic")
                .topicName(name)
                .kmsMasterKeyId(keyArn)
                .build();
        policy = CfnTopicPolicy.Builder.create(this, "Policy")
                .topics(List.of(topic.getRef()))
                .policyDocument(Statements.document(List.of(
                        Statements.service(
                                "Alarms",
                                "cloudwatch.amazonaws.com",
                                PUBLISH,
                                arn,
                                Statements.fromAccount(arns.account())),
                        Statements.service(
                                "Budgets",
                                "budgets.amazonaws.com",
                                PUBLISH,
                                arn,
                                Statements.fromAccount(arns.account())),
                        Statements.service(
                                "UnusualCosts",
                                "costalerts.amazonaws.com",
                                PUBLISH,
                                arn,
                                Statements.fromAccount(arns.account())),
                        Statements.onlyEncrypted("sns:Publish", arn))))
                .build();
        mail.ifPresent(address -> CfnSubscription.Builder.create(this, "Mail")
                .topicArn(topic.getRef())
                .protocol("email")
                .endpoint(address)
                .build());
    }

    public String arn() {
        return topic.getRef();
    }

    /** Who tells of something at once when it is made has to wait until it may. */
    public CfnTopicPolicy policy() {
        return policy;
    }
}
