package org.tctf.blueprint;

import java.util.regex.Pattern;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Subscription;

/**
 * One installation of the platform in an AWS account and region: {@code dev}, {@code prod}. Everything in it is named
 * {@code tctf-<stage>-…}, so that stages live side by side and stacks find each other without referring to each other.
 *
 * @param name at most 12 lower-case letters, digits and hyphens, a letter first
 */
public record Stage(String name) {
    /** In KMS's encryption context: what a value is sealed for. */
    public static final String SEALING_PURPOSE = "purpose";

    /** How the name of every queue of dead letters ends. */
    public static final String DEAD = "-dead";

    /** How the name of every queue of facts that could not be handed over ends. */
    public static final String UNDELIVERED = "-undelivered";

    /** How the name of every queue ends that names records which the relay's stream gave up. */
    public static final String UNRELAYED = "-unrelayed";

    /** How the name of every queue of runs of schedules ends that were not done. */
    public static final String FAILED_RUNS = "-failed-runs";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,11}");

    /** @throws IllegalArgumentException when the name is not one */
    public Stage {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "stage '%s': use at most 12 lower-case letters, digits and hyphens, a letter first"
                            .formatted(name));
        }
    }

    /** The platform's own stack. */
    public String platformStack() {
        return prefix() + "platform";
    }

    /** The stack of a service. */
    public String stack(ServiceDefinition service) {
        return prefix() + service.name();
    }

    public String table(ServiceDefinition service) {
        return prefix() + service.name();
    }

    /**
     * The table that all services share for what guards them: rate counters and the state of breakers. Its key is {@link
     * TableShape#PK} alone; it has a {@link TableShape#TIME_TO_LIVE}, no stream, and nothing worth a backup.
     */
    public String guards() {
        return prefix() + "guards";
    }

    /** The one bus that all facts go through. */
    public String bus() {
        return prefix() + "bus";
    }

    /** Keeps what goes over the bus, so that it can be sent again. */
    public String archive() {
        return prefix() + "archive";
    }

    /** Fans a service's facts out to its queues. */
    public String topic(ServiceDefinition service) {
        return prefix() + service.name();
    }

    /** Leads the facts that a service wants from the bus to its topic. */
    public String rule(ServiceDefinition service) {
        return rule(service.name());
    }

    /** The rule of the service of this name. */
    public String rule(String service) {
        return prefix() + service;
    }

    /** Tells a service that an alarm has gone off; a rule of the account's own bus. */
    public String recoveryRule(ServiceDefinition service) {
        return prefix() + service.name() + "-recovery";
    }

    /**
     * Under which name a service sends: SES's configuration set for its mails, and in the context of its text messages and
     * calls. It is in each event about one of them, so it says whose that was.
     */
    public String sender(ServiceDefinition service) {
        return prefix() + service.name();
    }

    /** Leads what SES says of a service's mails to its queue; a rule of the account's own bus. */
    public String mailRule(ServiceDefinition service) {
        return prefix() + service.name() + "-mail";
    }

    /** Leads what End User Messaging says of a service's text messages and calls to its queue; a rule of the account's own bus. */
    public String phoneRule(ServiceDefinition service) {
        return prefix() + service.name() + "-phone";
    }

    public String queue(Subscription subscription) {
        return queue(subscription.queue());
    }

    /** By {@link Subscription#queue()} alone, which is what a command carries. */
    public String queue(String subscription) {
        return prefix() + subscription;
    }

    /** Where a queue's messages lie that were tried often enough. */
    public String deadLetters(Subscription subscription) {
        return queue(subscription) + DEAD;
    }

    /** Where the facts lie that could not be handed to a service's topic or queues. */
    public String undelivered(ServiceDefinition service) {
        return prefix() + service.name() + UNDELIVERED;
    }

    /** Where Lambda writes which records of a table's stream it has given up; the messages still lie in the outbox. */
    public String unrelayed(ServiceDefinition service) {
        return prefix() + service.name() + UNRELAYED;
    }

    /** Where the runs of schedules lie that could not be started, or failed again and again. */
    public String failedRuns(ServiceDefinition service) {
        return prefix() + service.name() + FAILED_RUNS;
    }

    /** Where the facts lie that the bus itself could not encrypt or read. */
    public String busDeadLetters() {
        return prefix() + "bus-dead";
    }

    public String function(ServiceDefinition service, FunctionKind kind) {
        return prefix() + service.name() + "-" + kind.suffix();
    }

    /** The 32 random bytes of one service that it calls by this name. */
    public String secret(ServiceDefinition service, String secret) {
        return "tctf/%s/%s/%s".formatted(name, service.name(), secret);
    }

    /** What AppConfig calls the one that has a service's flags; its environment is called as the stage. */
    public String flags(ServiceDefinition service) {
        return prefix() + service.name();
    }

    /** The alias of the key that tables, queues, topics, logs and secrets are encrypted with. */
    public String dataKey() {
        return "alias/" + prefix() + "data";
    }

    /** The alias of the key under which values travel and lie encrypted; its use is bound to a purpose. */
    public String sealingKey() {
        return "alias/" + prefix() + "sealing";
    }

    /** A value that the platform's stack publishes for the services' stacks, and the other way round. */
    public String parameter(PlatformParameter parameter) {
        return "/tctf/%s/platform/%s".formatted(name, parameter.path());
    }

    /** Where a service publishes the address of its API. */
    public String apiAddressParameter(ServiceDefinition service) {
        return "/tctf/%s/services/%s/api-url".formatted(name, service.name());
    }

    /** What all metrics of this stage are under. */
    public String metricsNamespace() {
        return "TCTF/" + name;
    }

    /** What the names of everything in this stage begin with. */
    public String prefix() {
        return "tctf-" + name + "-";
    }
}
