package org.tctf.app.simulation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.event.EventBus;
import org.tctf.kernel.event.Outgoing;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Subscription;
import org.tctf.sqlite.SqliteOutbox;

/**
 * The outboxes' way to the queues and the queues, as EventBridge and SQS are: somewhere else, so that they outlive every
 * process; at least once; in no order. Nothing moves by itself.
 */
final class Queues implements EventBus {

    /** A message that has been committed and has not left its outbox yet, as far as anybody knows. */
    record Committed(ServiceDefinition service, SqliteOutbox outbox, SqliteOutbox.Entry entry) {}

    /** A delivery that somebody has to make. */
    record Due(String queue, String eventId) {}

    private final InstantSource clock;
    private final List<ServiceDefinition> services = new ArrayList<>();
    private final List<Committed> committed = new ArrayList<>();
    private final List<Parcel> parcels = new ArrayList<>();
    private final List<Parcel> dead = new ArrayList<>();
    private final Map<Due, String> owed = new LinkedHashMap<>();
    private final Map<String, Integer> facts = new HashMap<>();
    private final Set<Due> done = new HashSet<>();
    private final Map<Due, Integer> effects = new HashMap<>();

    Queues(InstantSource clock) {
        this.clock = clock;
        Service.all().stream()
                .map(Service::definition)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .forEach(services::add);
    }

    List<ServiceDefinition> services() {
        return services;
    }

    /** Hears of each commit when it is durable, whether or not the process lives to see it. */
    void hear(ServiceDefinition service, SqliteOutbox outbox) {
        outbox.onCommit(entries -> entries.forEach(entry -> {
            committed.add(new Committed(service, outbox, entry));
            if (entry.message().queue() == null) {
                facts.merge(entry.message().envelope().type(), 1, Integer::sum);
            }
            routes(entry.message()).forEach(route -> owe(route, entry.message()));
        }));
    }

    @Override
    public void publish(List<Outgoing> messages) {
        for (Outgoing message : messages) {
            for (Route route : routes(message)) {
                owe(route, message);
                put(route, message);
            }
        }
    }

    List<Committed> committed() {
        return committed;
    }

    /** Puts a committed message into the queues of all who hear it; its outbox keeps it until it is told. */
    void relay(Committed one) {
        for (Route route : routes(one.entry().message())) {
            put(route, one.entry().message());
        }
    }

    /** Its outbox forgets it. */
    void relayed(Committed one) {
        committed.remove(one);
        one.outbox().sent(List.of(one.entry()));
    }

    List<Parcel> visible() {
        Instant now = clock.instant();
        return parcels.stream().filter(parcel -> parcel.isVisible(now)).toList();
    }

    List<Parcel> parcels() {
        return parcels;
    }

    void delete(Parcel parcel) {
        parcels.remove(parcel);
    }

    void die(Parcel parcel) {
        parcels.remove(parcel);
        dead.add(parcel);
    }

    List<Parcel> dead() {
        return dead;
    }

    /** A consumer says that it has done this, now or before. */
    void done(Parcel parcel) {
        done.add(due(parcel.subscription(), parcel.envelope().id()));
    }

    /** A delivery has changed the table of its service, whether or not the process lived to say so. */
    void hadEffect(Parcel parcel) {
        effects.merge(due(parcel.subscription(), parcel.envelope().id()), 1, Integer::sum);
    }

    /** How many facts of a type there are. */
    int facts(String type) {
        return facts.getOrDefault(type, 0);
    }

    /** The deliveries that are owed and that nobody has made. */
    List<String> lost() {
        return owed.entrySet().stream()
                .filter(due -> !done.contains(due.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The deliveries that had an effect more than once. */
    List<String> repeated() {
        return owed.entrySet().stream()
                .filter(due -> effects.getOrDefault(due.getKey(), 0) > 1)
                .map(Map.Entry::getValue)
                .toList();
    }

    private record Route(ServiceDefinition service, Subscription subscription) {}

    private void put(Route route, Outgoing message) {
        Instant visibleAt = clock.instant().plus(message.delay());
        parcels.add(new Parcel(route.service(), route.subscription(), message.envelope(), visibleAt));
    }

    private void owe(Route route, Outgoing message) {
        owed.put(
                due(route.subscription(), message.envelope().id()),
                "%s %s to %s"
                        .formatted(
                                message.envelope().type(),
                                message.envelope().id(),
                                route.subscription().queue()));
    }

    private static Due due(Subscription subscription, String eventId) {
        return new Due(subscription.queue(), eventId);
    }

    private List<Route> routes(Outgoing message) {
        List<Route> routes = new ArrayList<>();
        for (ServiceDefinition service : services) {
            for (Subscription subscription : service.subscriptions()) {
                if (leads(message.queue(), message, subscription)) {
                    routes.add(new Route(service, subscription));
                }
            }
        }
        return routes;
    }

    private static boolean leads(@Nullable String queue, Outgoing message, Subscription subscription) {
        return queue != null
                ? subscription.queue().equals(queue)
                : !subscription.isCommand()
                        && subscription.hears(message.envelope().type());
    }
}
