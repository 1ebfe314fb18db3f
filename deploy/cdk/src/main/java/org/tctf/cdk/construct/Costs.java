package org.tctf.cdk.construct;

import java.util.List;
import org.tctf.cdk.Json;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.amazon.awscdk.services.ce.CfnAnomalyMonitor;
import software.amazon.awscdk.services.ce.CfnAnomalySubscription;
import software.constructs.Construct;

/**
 * What a stage may cost in a month, and who is told: at four fifths of it, when all of it will probably be used up, and
 * when some cost is unusual. Counted by the stage's tag, from the day on which the account's owner made it a
 * cost-allocation tag.
 */
public final class Costs extends Construct {
    private static final int FOUR_FIFTHS = 80;
    private static final int ALL = 100;

    /**
     * @param tag the key and the value that all of the stage's resources have
     * @param monthly and {@code unusual}, in US dollars
     */
    public record Limits(String name, String tag, String value, int monthly, int unusual) {}

    public Costs(Construct scope, String id, Limits limits, AlarmTopic topic) {
        super(scope, id);
        CfnBudget budget = CfnBudget.Builder.create(this, "Budget")
                .budget(CfnBudget.BudgetDataProperty.builder()
                        .budgetName(limits.name())
                        .budgetType("COST")
                        .timeUnit("MONTHLY")
                        .budgetLimit(CfnBudget.SpendProperty.builder()
                                .amount(limits.monthly())
                                .unit("USD")
                                .build())
                        .costFilters(Ordered.map(
                                "TagKeyValue", List.of("user:%s$%s".formatted(limits.tag(), limits.value()))))
                        .build())
                .notificationsWithSubscribers(
                        List.of(tells(topic.arn(), "ACTUAL", FOUR_FIFTHS), tells(topic.arn(), "FORECASTED", ALL)))
                .build();
        budget.getNode().addDependency(topic.policy());
        CfnAnomalyMonitor monitor = CfnAnomalyMonitor.Builder.create(this, "Monitor")
                .monitorName(limits.name())
                .monitorType("CUSTOM")
                .monitorSpecification(Json.text(Ordered.map(
                        "Tags", Ordered.<Object>map("Key", limits.tag(), "Values", List.of(limits.value())))))
                .build();
        CfnAnomalySubscription subscription = CfnAnomalySubscription.Builder.create(this, "Unusual")
                .subscriptionName(limits.name())
                .frequency("IMMEDIATE")
                .monitorArnList(List.of(monitor.getAttrMonitorArn()))
                .subscribers(List.of(CfnAnomalySubscription.SubscriberProperty.builder()
                        .type("SNS")
                        .address(topic.arn())
                        .build()))
                .thresholdExpression(Json.text(Ordered.map(
                        "Dimensions",
                        Ordered.<Object>map(
                                "Key",
                                "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
                                "MatchOptions",
                                List.of("GREATER_THAN_OR_EQUAL"),
                                "Values",
                                List.of(Integer.toString(limits.unusual()))))))
                .build();
        subscription.getNode().addDependency(topic.policy());
    }

    private static CfnBudget.NotificationWithSubscribersProperty tells(String topicArn, String type, int percent) {
        return CfnBudget.NotificationWithSubscribersProperty.builder()
                .notification(CfnBudget.NotificationProperty.builder()
                        .notificationType(type)
                        .comparisonOperator("GREATER_THAN")
                        .threshold(percent)
                        .thresholdType("PERCENTAGE")
                        .build())
                .subscribers(List.of(CfnBudget.SubscriberProperty.builder()
                        .subscriptionType("SNS")
                        .address(topicArn)
                        .build()))
                .build();
    }
}
