package org.tctf.localaws;

import java.time.InstantSource;
import java.util.List;
import org.tctf.blueprint.FunctionKind;
import org.tctf.blueprint.Routing;
import org.tctf.blueprint.Stage;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Subscription;

/**
 * The ways of a stage's facts and commands, as the stacks lay them: one bus; of each service one rule, one topic, and a
 * queue with its dead letters for each subscription.
 */
public final class LocalBus {
    private final FakeEventBridge events;
    private final FakeSns topics;
    private final Queues queues;

    private LocalBus(FakeEventBridge events, FakeSns topics, Queues queues) {
        this.events = events;
        this.topics = topics;
        this.queues = queues;
    }

    /** @param queues {@link FakeSqs}, or another stand-in */
    public static LocalBus in(FakeAws aws, Queues queues, InstantSource clock) {
        FakeSns topics = new FakeSns(queues);
        return new LocalBus(FakeEventBridge.in(aws, topics, queues, clock), topics, queues);
    }

    /** Lays what the definitions ask for. */
    public LocalBus wire(Stage stage, List<ServiceDefinition> services) {
        events.createBus(stage.bus());
        events.createBus(Routing.ACCOUNTS_BUS);
        services.forEach(service -> wire(stage, service));
        return this;
    }

    public FakeEventBridge events() {
        return events;
    }

    private void wire(Stage stage, ServiceDefinition service) {
        for (Subscription subscription : service.subscriptions()) {
            queues.create(stage.deadLetters(subscription), Queues.Settings.PLAIN);
            queues.create(
                    stage.queue(subscription),
                    new Queues.Settings(
                            FunctionKind.visibility(service),
                            stage.deadLetters(subscription),
                            subscription.maxReceives()));
        }
        service.deliveryReports()
                .ifPresent(reports -> Routing.ofDeliveries(stage, service).forEach(rule -> {
                    events.putRule(Routing.ACCOUNTS_BUS, rule.name(), rule.pattern());
                    events.putQueue(
                            Routing.ACCOUNTS_BUS, rule.name(), stage.queue(reports), stage.deadLetters(reports));
                }));
        Routing.pattern(service).ifPresent(pattern -> {
            queues.create(stage.undelivered(service), Queues.Settings.PLAIN);
            topics.createTopic(stage.topic(service));
            events.putRule(stage.bus(), stage.rule(service), pattern);
            events.putTarget(
                    stage.bus(),
                    stage.rule(service),
                    stage.topic(service),
                    Routing.INPUT_PATH,
                    stage.undelivered(service));
            Routing.toFacts(service)
                    .forEach(subscription -> topics.subscribe(
                            stage.topic(service),
                            stage.queue(subscription),
                            Routing.filter(subscription).orElse(null),
                            stage.undelivered(service)));
        });
    }
}
