package org.tctf.blueprint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Subscription;

/**
 * Which facts go where. The bus knows a fact by {@code source} and {@code detail-type}, and carries the envelope as {@code
 * detail}; the rule hands on the envelope alone, and the topic tells its queues apart by the envelope's {@code type}.
 */
public final class Routing {
    /** A pattern that every event matches (EventBridge User Guide, "Prefix matching"). */
    private static final String EVERYTHING = "{\"source\":[{\"prefix\":\"\"}]}";

    /** What of an event the rule hands on: the envelope alone. */
    public static final String INPUT_PATH = "$.detail";

    /** The account's own bus, where AWS's services publish. */
    public static final String ACCOUNTS_BUS = "default";

    /** The source of what SES says on {@link #ACCOUNTS_BUS}. */
    public static final String FROM_SES = "aws.ses";

    /** The source of what End User Messaging says on {@link #ACCOUNTS_BUS}, where it publishes of each message unasked. */
    public static final String FROM_END_USER_MESSAGING = "aws.sms-voice";

    /** The tag that SES gives to each event itself. */
    public static final String CONFIGURATION_SET_TAG = "ses:configuration-set";

    /** What the context of each text message and call calls {@link Stage#sender}. */
    public static final String SENDER_CONTEXT = "sender";

    /** A rule on {@link #ACCOUNTS_BUS}, and what it lets through to the queue of {@link ServiceDefinition#deliveryReports()}. */
    public record ReportRule(String name, String pattern) {}

    private Routing() {}

    /** The subscriptions that facts from the bus lead to. */
    public static List<Subscription> toFacts(ServiceDefinition service) {
        return service.subscriptions().stream()
                .filter(subscription -> !subscription.isCommand())
                .toList();
    }

    /** The pattern of the service's rule; none when it reacts to no fact. */
    public static Optional<String> pattern(ServiceDefinition service) {
        List<Subscription> facts = toFacts(service);
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                facts.stream().anyMatch(Subscription::hearsEverything)
                        ? EVERYTHING
                        : "{\"detail-type\":[%s]}"
                                .formatted(
                                        quoted(facts.stream().flatMap(subscription -> subscription.types().stream()))));
    }

    /** The filter policy on the message's body of a queue's subscription to the topic; none when it takes all. */
    public static Optional<String> filter(Subscription subscription) {
        return subscription.hearsEverything()
                ? Optional.empty()
                : Optional.of("{\"type\":[%s]}".formatted(quoted(subscription.types().stream())));
    }

    /** What leads to a service what SES says of its mails; nothing when it has none, or does not ask. */
    public static Optional<ReportRule> ofMails(Stage stage, ServiceDefinition service) {
        String pattern = "{\"source\":[\"%s\"],\"detail-type\":[%s],\"detail\":{\"mail\":{\"tags\":{\"%s\":[\"%s\"]}}}}"
                .formatted(
                        FROM_SES,
                        quoted(MailEvent.of(service).stream().map(MailEvent::detailType)),
                        CONFIGURATION_SET_TAG,
                        stage.sender(service));
        return hears(service, Provider.MAIL).map(_ -> new ReportRule(stage.mailRule(service), pattern));
    }

    /**
     * What leads to a service what End User Messaging says of its text messages and calls; nothing when it has none, or does
     * not ask. Only what is said last of each: before, it says that a message waits or a phone rings (AWS End User Messaging
     * SMS User Guide, "Monitoring with EventBridge").
     */
    public static Optional<ReportRule> ofPhones(Stage stage, ServiceDefinition service) {
        String pattern =
                "{\"source\":[\"%s\"],\"detail-type\":[%s],\"detail\":{\"isFinal\":[true],\"context\":{\"%s\":[\"%s\"]}}}"
                        .formatted(
                                FROM_END_USER_MESSAGING,
                                quoted(Stream.of(
                                        "Text Message Delivery Status Updated",
                                        "Voice Message Delivery Status Updated")),
                                SENDER_CONTEXT,
                                stage.sender(service));
        return hears(service, Provider.PHONE).map(_ -> new ReportRule(stage.phoneRule(service), pattern));
    }

    /** Both. */
    public static List<ReportRule> ofDeliveries(Stage stage, ServiceDefinition service) {
        return Stream.concat(ofMails(stage, service).stream(), ofPhones(stage, service).stream())
                .toList();
    }

    private static Optional<Subscription> hears(ServiceDefinition service, String provider) {
        return service.deliveryReports().filter(_ -> service.providers().contains(provider));
    }

    private static String quoted(Stream<String> types) {
        return types.distinct().sorted().map(type -> '"' + type + '"').collect(Collectors.joining(","));
    }
}
