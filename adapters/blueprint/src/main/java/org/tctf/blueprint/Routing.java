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

    /** The tag that SES gives to each event itself. */
    public static final String CONFIGURATION_SET_TAG = "ses:configuration-set";

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

    /** The pattern, on {@link #ACCOUNTS_BUS}, of what SES says of a service's mails; none when it does not ask. */
    public static Optional<String> mailPattern(Stage stage, ServiceDefinition service) {
        return service.mailReports()
                .map(queue ->
                        "{\"source\":[\"aws.ses\"],\"detail-type\":[%s],\"detail\":{\"mail\":{\"tags\":{\"%s\":[\"%s\"]}}}}"
                                .formatted(
                                        quoted(MailEvent.of(service).stream().map(MailEvent::detailType)),
                                        CONFIGURATION_SET_TAG,
                                        stage.mails(service)));
    }

    private static String quoted(Stream<String> types) {
        return types.distinct().sorted().map(type -> '"' + type + '"').collect(Collectors.joining(","));
    }
}
