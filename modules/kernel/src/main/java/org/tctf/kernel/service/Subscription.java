package org.tctf.kernel.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tctf.kernel.delivery.DeliveryReport;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/**
 * A queue of a service and who works it off.
 *
 * @param queue {@code <service>-<consumer in kebab case>}
 * @param types of the facts, or of the command, that lead into it, sorted; {@link #EVERY} alone for all facts
 * @param records this service's own record of each version that it knows
 * @param isCommand whether no fact leads here: a command of the service to itself, or what a provider says of what it sent
 * @param timeout how long one delivery may take; then the message is delivered again
 * @param maxReceives how often a message is tried before it lies in the dead-letter queue
 * @param concurrency how many deliveries run side by side
 */
public record Subscription(
        String queue,
        List<String> types,
        Map<Integer, Class<?>> records,
        Class<? extends EventConsumer<?>> consumer,
        boolean isCommand,
        Duration timeout,
        int maxReceives,
        int concurrency) {

    /** Matches every fact of every service. */
    public static final String EVERY = "*";

    static final Duration TIMEOUT = Duration.ofSeconds(30);
    static final int MAX_RECEIVES = 5;
    static final int CONCURRENCY = 8;

    /** @throws IllegalArgumentException when a number is out of bounds */
    public Subscription {
        types = types.stream().distinct().sorted().toList();
        records = Map.copyOf(records);
        if (!timeout.isPositive()
                || timeout.compareTo(Duration.ofMinutes(15)) > 0
                || maxReceives < 1
                || concurrency < 1) {
            throw new IllegalArgumentException(
                    "queue %s: a timeout up to 15 minutes, and at least 1 receive and 1 worker".formatted(queue));
        }
    }

    /** Whether it is where a provider says what became of what was sent. */
    public boolean isOfDeliveries() {
        return records.containsValue(DeliveryReport.class);
    }

    /** Whether every fact of every service leads into it. */
    public boolean hearsEverything() {
        return types.contains(EVERY);
    }

    /** Whether a fact or command of this type leads into it. */
    public boolean hears(String type) {
        return hearsEverything() || types.contains(type);
    }

    /** The record that a version is read as; none when this consumer doesn't know the version. */
    public Optional<Class<?>> recordFor(int version) {
        return hearsEverything() ? Optional.of(Envelope.class) : Optional.ofNullable(records.get(version));
    }

    /** The same queue with another time limit, number of tries and number of workers. */
    public Subscription with(Duration otherTimeout, int receives, int workers) {
        return new Subscription(queue, types, records, consumer, isCommand, otherTimeout, receives, workers);
    }
}
