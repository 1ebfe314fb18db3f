package org.tctf.cdk;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Every kind of alarm that a stack may have. An alarm's name ends in the {@link #slug()}, its description in the address
 * of {@code docs/runbooks/<slug>.md}, which says what to do.
 */
public enum AlarmKind {
    /** A function threw, ran out of time or could not start. */
    FUNCTION_ERRORS(Urgency.NOW, "Invocations fail."),
    /** The slowest hundredth of a function's invocations comes near its time limit. */
    FUNCTION_LATENCY(Urgency.NOW, "The slowest invocations come near the function's time limit."),
    /** Lambda refused to run a function because no concurrency was left. */
    FUNCTION_THROTTLES(Urgency.NOW, "Lambda refuses invocations because no concurrency is left."),
    /** A function runs in nearly as many environments as it may or is meant to. */
    FUNCTION_SATURATION(Urgency.SOON, "The function runs in nearly as many environments as it may."),
    /** A function is called much more or less often than it usually is at this hour. */
    FUNCTION_ANOMALY(Urgency.SOON, "The function is called unusually often, or unusually seldom."),

    /** An API answers 5xx. */
    API_ERRORS(Urgency.NOW, "The API answers 5xx."),
    /** The slowest hundredth of an API's answers takes too long. */
    API_LATENCY(Urgency.SOON, "The API's slowest answers take too long."),

    /** Messages pile up in a queue. */
    QUEUE_DEPTH(Urgency.SOON, "More messages arrive in the queue than are done."),
    /** The oldest message of a queue waits too long. */
    QUEUE_AGE(Urgency.NOW, "The queue's oldest message waits too long."),
    /** Messages fail, again and again. When it goes off, dead letters are sent back. */
    DELIVERY_FAILURES(Urgency.SOON, "Messages fail and are tried again."),
    /** A message was tried as often as it may be, and lies in the dead-letter queue. */
    DEAD_LETTERS(Urgency.NOW, "A message was tried as often as it may be, and was not done."),

    /** A fact could not be handed to a service's topic, or to one of its queues. */
    UNDELIVERED(Urgency.NOW, "A fact did not reach a queue of the service."),
    /** Facts leave a service's outbox late. */
    RELAY_LAG(Urgency.NOW, "Facts leave the outbox late."),
    /** Facts were not relayed for so long that the table's stream gave them up. */
    RELAY_FAILED(Urgency.NOW, "The relay gave facts up; they still lie in the outbox."),
    /** The bus could not read or encrypt a fact. */
    BUS_DEAD_LETTERS(Urgency.NOW, "The bus could not encrypt or read a fact."),

    /** A schedule could not be started, or its run failed again and again. */
    SCHEDULE_FAILED(Urgency.NOW, "A schedule did not run to its end."),

    /** DynamoDB refuses reads or writes of a table. */
    TABLE_THROTTLES(Urgency.NOW, "DynamoDB refuses reads or writes of the table."),

    /** The web ACL blocks far more requests than usual. */
    WEB_ACL_BLOCKS(Urgency.SOON, "The web ACL blocks many requests."),

    /** One of a service's urgent alarms rings: what a deployment watches. */
    SERVICE_UNHEALTHY(Urgency.NOW, "At least one urgent alarm of the service rings.");

    /** Whether somebody is to look at once, or in working hours. */
    public enum Urgency {
        NOW,
        SOON
    }

    private final Urgency urgency;
    private final String meaning;

    AlarmKind(Urgency urgency, String meaning) {
        this.urgency = urgency;
        this.meaning = meaning;
    }

    /**
     * The kind of the alarm of this name.
     *
     * @throws IllegalArgumentException when no stack makes such an alarm
     */
    public static AlarmKind of(String alarmName) {
        // "bus-dead-letters" also ends in "dead-letters".
        return Stream.of(values())
                .filter(kind -> alarmName.endsWith("-" + kind.slug()))
                .max(Comparator.comparing(kind -> kind.slug().length()))
                .orElseThrow(() -> new IllegalArgumentException(alarmName + " ends in no kind of alarm"));
    }

    public Urgency urgency() {
        return urgency;
    }

    /** What has happened, one sentence. */
    public String meaning() {
        return meaning;
    }

    /** {@code function-errors}: the last part of the alarm's name, and the name of its page. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The page that says what to do, from the repository's root. */
    public String runbook() {
        return "docs/runbooks/" + slug() + ".md";
    }
}
