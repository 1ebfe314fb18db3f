package org.tctf.cdk.construct;

import java.util.List;
import org.tctf.blueprint.Routing;
import software.amazon.awscdk.services.ses.CfnConfigurationSet;
import software.amazon.awscdk.services.ses.CfnConfigurationSetEventDestination;
import software.constructs.Construct;

/**
 * Has SES say what becomes of a service's mails, and leads it to the service's queue (ADR 36). SES publishes to the account's
 * own bus only, and does its best; so it also keeps away itself from addresses whose mail came back: a report that was lost
 * comes with the next mail.
 */
public final class MailEvents extends Construct {

    /**
     * What is called how.
     *
     * @param configurationSet that mails are sent with
     * @param types of events, as SES calls them
     * @param rule on the account's own bus
     */
    public record Names(String configurationSet, List<String> types, Routing.ReportRule rule) {}

    public MailEvents(Construct scope, String id, Names names, ConsumerQueue queue) {
        super(scope, id);
        CfnConfigurationSet set = CfnConfigurationSet.Builder.create(this, "Set")
                .name(names.configurationSet())
                .suppressionOptions(CfnConfigurationSet.SuppressionOptionsProperty.builder()
                        .suppressedReasons(List.of("BOUNCE", "COMPLAINT"))
                        .build())
                .build();
        CfnConfigurationSetEventDestination.Builder.create(this, "Destination")
                .configurationSetName(set.getRef())
                .eventDestination(CfnConfigurationSetEventDestination.EventDestinationProperty.builder()
                        .name("bus")
                        .enabled(true)
                        .matchingEventTypes(names.types())
                        .eventBridgeDestination(
                                CfnConfigurationSetEventDestination.EventBridgeDestinationProperty.builder()
                                        .eventBusArn(Arns.here().bus(Routing.ACCOUNTS_BUS))
                                        .build())
                        .build())
                .build();
        EventRule.onAccountsBus(this, names.rule(), queue);
    }
}
