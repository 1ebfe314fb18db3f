package org.tctf.analytics.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jmolecules.ddd.annotation.ValueObject;
import org.tctf.kernel.Money;

/**
 * A number that is the sum of what single facts add to it, so weeks and months are sums of days.
 *
 * @param type the fact that adds to it
 * @param isMoney whether the fact's amount is added, by currency, and not 1
 */
@ValueObject
public record Metric(String name, String type, boolean isMoney) {
    public static final String SIGN_UPS = "sign-ups";
    public static final String MEMBERS_ERASED = "members-erased";

    /** Everything that is counted. A new line counts the past too, after a rebuild. */
    public static final List<Metric> ALL = List.of(
            number("sign-ups-started", "SIGN_UP_STARTED"),
            number("sign-ups-confirmed", "SIGN_UP_CONFIRMED"),
            number(SIGN_UPS, "USER_CREATED"),
            number(MEMBERS_ERASED, "USER_ERASED"),
            number("sign-ins", "SIGNED_IN"),
            number("sign-ins-failed", "SIGN_IN_FAILED"),
            number("profiles-completed", "PROFILE_COMPLETED"),
            number("workspaces", "WORKSPACE_CREATED"),
            number("onboardings-completed", "ONBOARDING_COMPLETED"),
            number("posts", "POST_PUBLISHED"),
            number("comments", "COMMENT_ADDED"),
            number("reactions", "REACTION_ADDED"),
            number("connections", "CONNECTION_ACCEPTED"),
            number("chat-messages", "CHAT_MESSAGE_SENT"),
            number("messages-sent", "MESSAGE_SENT"),
            number("messages-delivered", "MESSAGE_DELIVERED"),
            number("messages-failed", "MESSAGE_FAILED"),
            number("notifications", "NOTIFICATION_CREATED"),
            number("campaigns-sent", "CAMPAIGN_SENT"),
            money("revenue", "PAYMENT_RECEIVED"),
            money("refunds", "PAYMENT_REFUNDED"),
            money("donations", "DONATION_RECEIVED"),
            number("contributions", "CONTRIBUTION_VERIFIED"),
            number("pull-requests-merged", "PULL_REQUEST_MERGED"),
            number("projects", "PROJECT_CREATED"),
            number("courses-completed", "COURSE_COMPLETED"),
            number("tickets", "TICKET_OPENED"));

    private static final Map<String, List<Metric>> BY_TYPE = ALL.stream().collect(Collectors.groupingBy(Metric::type));

    /** Whether a fact of this type is counted by its amount. */
    public static boolean isMoney(String type) {
        return metricsOf(type).anyMatch(Metric::isMoney);
    }

    /** What a fact adds. */
    public static Counts of(Fact fact) {
        return metricsOf(fact.type())
                .map(metric -> metric.isMoney ? metric.sum(fact) : Counts.of(metric.on(fact, Counter.COUNT), 1))
                .reduce(Counts.NONE, Counts::plus);
    }

    private static Stream<Metric> metricsOf(String type) {
        return BY_TYPE.getOrDefault(type, List.of()).stream();
    }

    private Counts sum(Fact fact) {
        Money amount = fact.amount();
        return amount == null
                ? Counts.NONE
                : Counts.of(
                        on(fact, amount.currency().getCurrencyCode()),
                        amount.amount().unscaledValue().longValueExact());
    }

    private Counter on(Fact fact, String part) {
        return new Counter(name, fact.day(), part);
    }

    private static Metric number(String name, String type) {
        return new Metric(name, type, false);
    }

    private static Metric money(String name, String type) {
        return new Metric(name, type, true);
    }
}
