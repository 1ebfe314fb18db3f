package org.tctf.blueprint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Subscription;

/**
 * The ways into a service. Each is a function of its own from the same package: with rights, time limit, alarms and
 * concurrency of its own (ADR 20).
 */
public enum FunctionKind {
    /** HTTP requests, from API Gateway. */
    API,
    /** Access tokens, from API Gateway, before a request to a route that needs one gets further. */
    AUTHORIZER,
    /** Handshakes, messages and ends of WebSockets, from API Gateway. */
    SOCKET,
    /** Batches of messages, from the service's queues. */
    QUEUES,
    /** What leaves the outbox, from the table's stream to the bus and to the service's own queues. */
    RELAY,
    /** The service's schedules, from EventBridge Scheduler. */
    SCHEDULES,
    /** The steps in which Secrets Manager replaces a secret of the service. */
    ROTATION;

    /** What an invocation needs besides its slowest delivery, to say which messages were not done. */
    private static final Duration ROOM = Duration.ofSeconds(10);

    /** The ways that this service has. */
    public static List<FunctionKind> of(ServiceDefinition service, boolean hasRoutes) {
        List<FunctionKind> kinds = new ArrayList<>();
        if (hasRoutes) {
            kinds.add(API);
            kinds.add(AUTHORIZER);
        }
        if (service.socket() != null) {
            kinds.add(SOCKET);
        }
        if (!service.subscriptions().isEmpty()) {
            kinds.add(QUEUES);
        }
        if (!service.publications().isEmpty()
                || service.subscriptions().stream().anyMatch(Subscription::isCommand)) {
            kinds.add(RELAY);
        }
        if (!service.schedules().isEmpty()) {
            kinds.add(SCHEDULES);
        }
        if (!service.lastingSecrets().containsAll(service.secrets())) {
            kinds.add(ROTATION);
        }
        return List.copyOf(kinds);
    }

    /** How long one invocation may take before Lambda ends it. */
    public Duration timeout(ServiceDefinition service) {
        return switch (this) {
            // API Gateway gives up after 29 seconds (its quota "Integration timeout").
            case API, SOCKET -> Duration.ofSeconds(29);
            case QUEUES ->
                service.subscriptions().stream()
                        .map(Subscription::timeout)
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO)
                        .plus(ROOM);
            case AUTHORIZER -> Duration.ofSeconds(10);
            case RELAY -> Duration.ofMinutes(1);
            case SCHEDULES -> Duration.ofMinutes(5);
            case ROTATION -> Duration.ofSeconds(30);
        };
    }

    /**
     * How long a received message stays hidden: six times the function's limit, so that a throttled invocation finds its
     * batch still hidden (AWS Lambda Developer Guide, "Configuring a queue to use with Lambda").
     */
    public static Duration visibility(ServiceDefinition service) {
        return QUEUES.timeout(service).multipliedBy(6);
    }

    /** The last part of the function's name. */
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The class and method that Lambda calls. */
    public String handler() {
        return "org.tctf.lambda.%s%sFunction::handleRequest".formatted(name().charAt(0), suffix().substring(1));
    }
}
