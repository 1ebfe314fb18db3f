package org.tctf.contracts;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventBus;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.event.Outgoing;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.ServiceTable;

/**
 * What every {@link EventBus} with its outboxes, queues and dead letters promises: each fact takes effect once at
 * everyone who asked for it, whatever fails in between.
 */
public abstract class EventBusContract {
    private static final Duration SOON = ofSeconds(30);

    /** The bus under test with its services, started; retries follow within a second. */
    public interface Running extends AutoCloseable {
        EventBus bus();

        ServiceTable table(ServiceDefinition service);

        List<Dead> deadLetters(String queue);

        void redriveAll(String queue);

        @Override
        void close();
    }

    /** A dead letter, as far as every twin knows it. */
    public record Dead(String event, int attempts, String reason, String error) {}

    /** What the shop says. */
    public record OrderPlaced(String order) {}

    /** What the shop tells itself to do. */
    public record PackOrder(String order) {}

    /** What billing reads of an order. */
    public record Order(String order) {}

    /** What billing says. */
    public record InvoiceSent(String order) {}

    record Effect(int count) {}

    /** Packs. */
    public static final class OnPackOrder extends Scripted<PackOrder> {}

    /** Bills. */
    public static final class OnOrderPlaced extends Scripted<Order> {}

    /** Sees all. */
    public static final class OnAnything extends Scripted<Envelope> {}

    private static final AccessPattern EFFECT = AccessPattern.main("an event's effect", "EFFECT#{event}", "COUNT");

    private static final ServiceDefinition SHOP = ServiceDefinition.named("shop")
            .summary("Sells.")
            .owner("shop")
            .table(EFFECT)
            .publishes(OrderPlaced.class)
            .queue(PackOrder.class, OnPackOrder.class)
            .build();

    private static final ServiceDefinition BILLING = ServiceDefinition.named("billing")
            .summary("Bills.")
            .owner("billing")
            .table(EFFECT)
            .publishes(InvoiceSent.class)
            .consumes("ORDER_PLACED", Order.class, OnOrderPlaced.class)
            .tuned(ofSeconds(2), 3, 4)
            .build();

    private static final ServiceDefinition AUDIT = ServiceDefinition.named("audit")
            .summary("Sees.")
            .owner("audit")
            .table(EFFECT)
            .consumesEverything(OnAnything.class)
            .build();

    private static final String PACKING = SHOP.subscriptions().getFirst().queue();
    private static final String ORDERS = BILLING.subscriptions().getFirst().queue();

    private final OnPackOrder packing = new OnPackOrder();
    private final OnOrderPlaced billing = new OnOrderPlaced();
    private final OnAnything audit = new OnAnything();
    private final Map<Class<?>, Scripted<?>> consumers =
            Map.of(OnPackOrder.class, packing, OnOrderPlaced.class, billing, OnAnything.class, audit);
    private final Running running = start(type -> Objects.requireNonNull(consumers.get(type)), SHOP, BILLING, AUDIT);

    /**
     * Starts a bus with these services and nothing in their queues.
     *
     * @param consumers the instance of a consumer's class
     */
    protected abstract Running start(Function<Class<?>, ?> consumers, ServiceDefinition... services);

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aFactReachesEveryConsumerOfItsTypeAndNobodyElse() {
        Envelope order = fact("ORDER_PLACED", 1);
        Envelope other = fact("SOMETHING_ELSE", 1);

        running.bus().publish(List.of(Outgoing.fact(order), Outgoing.fact(other)));

        eventually(() -> assertThat(audit.seen()).containsExactlyInAnyOrder(order.id(), other.id()));
        eventually(() -> assertThat(billing.seen()).containsExactly(order.id()));
        assertThat(packing.seen()).isEmpty();
    }

    @Test
    void aFactArrivesWhole() {
        Envelope order = fact("ORDER_PLACED", 1);

        running.bus().publish(List.of(Outgoing.fact(order)));

        eventually(() -> assertThat(audit.envelopes).containsExactly(order));
        eventually(() -> assertThat(billing.events).containsExactly(new Order("42")));
    }

    @Test
    void aFactThatNobodyConsumesIsNoError() {
        running.bus().publish(List.of(Outgoing.fact(fact("SOMETHING_ELSE", 7))));

        eventually(() -> assertThat(audit.seen()).hasSize(1));
        assertThat(billing.seen()).isEmpty();
    }

    @Test
    void aCommandGoesToItsOwnQueueOnly() {
        Envelope command = fact("PACK_ORDER", 1);
        Envelope last = fact("SOMETHING_ELSE", 1);

        running.bus().publish(List.of(new Outgoing(command, PACKING, Duration.ZERO), Outgoing.fact(last)));

        eventually(() -> assertThat(packing.seen()).containsExactly(command.id()));
        eventually(() -> assertThat(audit.seen()).containsExactly(last.id()));
    }

    @Test
    void aDelayedMessageDoesNotComeBeforeItsTime() {
        Instant published = Instant.now();

        running.bus().publish(List.of(new Outgoing(fact("PACK_ORDER", 1), PACKING, ofSeconds(1))));

        eventually(() -> assertThat(packing.seen()).hasSize(1));
        assertThat(Duration.between(published, Instant.now())).isGreaterThanOrEqualTo(ofMillis(990));
    }

    @Test
    void whatIsCommittedReachesItsConsumersInTheSameFlow() {
        billing.does = (order, envelope) ->
                running.table(BILLING).commit(Change.none().raise(order.order(), 1, new InvoiceSent(order.order())));

        running.table(SHOP).commit(Change.none().raise("42", 1, new OrderPlaced("42")));

        eventually(() -> assertThat(audit.envelopes).hasSize(2));
        Envelope order = audit.of("ORDER_PLACED");
        Envelope invoice = audit.of("INVOICE_SENT");
        assertThat(invoice.correlationId()).isEqualTo(order.correlationId());
        assertThat(invoice.causationId()).isEqualTo(order.id());
        assertThat(invoice.actor()).isEqualTo(order.actor());
    }

    @Test
    void whatIsPublishedTwiceTakesEffectOnce() {
        billing.does = this::countInBilling;
        Envelope order = fact("ORDER_PLACED", 1);

        running.bus().publish(List.of(Outgoing.fact(order)));
        eventually(() -> assertThat(effects(order)).isEqualTo(1));
        running.bus().publish(List.of(Outgoing.fact(order)));
        Envelope later = fact("ORDER_PLACED", 1);
        running.bus().publish(List.of(Outgoing.fact(later)));

        eventually(() -> assertThat(effects(later)).isEqualTo(1));
        assertThat(effects(order)).isEqualTo(1);
    }

    @Test
    void aConsumerThatFailsAfterItsCommitIsNotRepeatedInEffect() {
        AtomicInteger calls = new AtomicInteger();
        billing.does = (order, envelope) -> {
            countInBilling(order, envelope);
            calls.incrementAndGet();
            throw new IllegalStateException("after the commit");
        };
        Envelope order = fact("ORDER_PLACED", 1);

        running.bus().publish(List.of(Outgoing.fact(order)));

        eventually(() -> assertThat(calls).hasValue(1));
        await().during(ofSeconds(2))
                .atMost(SOON)
                .untilAsserted(() -> assertThat(effects(order)).isEqualTo(1));
        assertThat(running.deadLetters(ORDERS)).isEmpty();
    }

    @Test
    void aFailedDeliveryIsRepeatedUntilItSucceeds() {
        AtomicInteger calls = new AtomicInteger();
        billing.does = (order, envelope) -> {
            if (calls.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
            countInBilling(order, envelope);
        };
        Envelope order = fact("ORDER_PLACED", 1);

        running.bus().publish(List.of(Outgoing.fact(order)));

        eventually(() -> assertThat(effects(order)).isEqualTo(1));
        assertThat(calls).hasValue(3);
    }

    @Test
    void aMessageThatNeverSucceedsEndsInTheDeadLettersAndHoldsUpNobody() {
        Envelope poisoned = fact("ORDER_PLACED", 1);
        billing.does = (order, envelope) -> {
            if (envelope.id().equals(poisoned.id())) {
                throw new IllegalStateException("cannot be billed");
            }
            countInBilling(order, envelope);
        };
        List<Envelope> healthy =
                IntStream.range(0, 20).mapToObj(_ -> fact("ORDER_PLACED", 1)).toList();

        running.bus().publish(List.of(Outgoing.fact(poisoned)));
        running.bus().publish(healthy.stream().map(Outgoing::fact).toList());

        eventually(() -> assertThat(healthy)
                .allSatisfy(order -> assertThat(effects(order)).isEqualTo(1)));
        eventually(() -> assertThat(running.deadLetters(ORDERS)).singleElement().satisfies(dead -> {
            assertThat(dead.event()).isEqualTo(poisoned.id());
            assertThat(dead.attempts()).isEqualTo(3);
            assertThat(dead.reason()).isEqualTo("MAX_RECEIVES");
            assertThat(dead.error()).contains("IllegalStateException", "cannot be billed");
        }));
    }

    @Test
    void aVersionThatTheConsumerDoesNotKnowIsParkedWithoutATry() {
        Envelope newer = fact("ORDER_PLACED", 2);

        running.bus().publish(List.of(Outgoing.fact(newer)));

        eventually(() -> assertThat(running.deadLetters(ORDERS)).singleElement().satisfies(dead -> {
            assertThat(dead.event()).isEqualTo(newer.id());
            assertThat(dead.reason()).isEqualTo("UNKNOWN_VERSION");
        }));
        assertThat(billing.seen()).isEmpty();
    }

    @Test
    void aDeadLetterThatIsSentBackIsDone() {
        billing.does = (order, envelope) -> {
            throw new IllegalStateException("billing is broken");
        };
        Envelope order = fact("ORDER_PLACED", 1);
        running.bus().publish(List.of(Outgoing.fact(order)));
        eventually(() -> assertThat(running.deadLetters(ORDERS)).hasSize(1));

        billing.does = this::countInBilling;
        running.redriveAll(ORDERS);

        eventually(() -> assertThat(effects(order)).isEqualTo(1));
        assertThat(running.deadLetters(ORDERS)).isEmpty();
    }

    @Test
    void aDeliveryThatHangsIsRepeatedAfterItsTimeoutWhileOthersGoOn() {
        AtomicInteger calls = new AtomicInteger();
        Envelope hanging = fact("ORDER_PLACED", 1);
        Envelope other = fact("ORDER_PLACED", 1);
        billing.does = (order, envelope) -> {
            if (envelope.id().equals(hanging.id()) && calls.incrementAndGet() == 1) {
                await().forever().until(() -> calls.get() > 1);
            }
            countInBilling(order, envelope);
        };

        running.bus().publish(List.of(Outgoing.fact(hanging)));
        running.bus().publish(List.of(Outgoing.fact(other)));

        eventually(() -> assertThat(effects(other)).isEqualTo(1));
        assertThat(effects(hanging)).isZero();
        eventually(() -> assertThat(effects(hanging)).isEqualTo(1));
        assertThat(calls).hasValue(2);
    }

    private static Envelope fact(String type, int version) {
        String id = UUID.randomUUID().toString();
        return new Envelope(
                id,
                "shop",
                type,
                version,
                Instant.parse("2026-01-02T03:04:05.678Z"),
                "42",
                Envelope.schemaPath(type, version),
                1,
                id,
                null,
                "ada",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "{\"order\":\"42\"}");
    }

    private void countInBilling(Order order, Envelope envelope) {
        running.table(BILLING).commit(Change.none().add(EFFECT.key(envelope.id()), "count", 1));
    }

    private int effects(Envelope envelope) {
        return running.table(BILLING)
                .get(EFFECT.key(envelope.id()), Effect.class)
                .map(Effect::count)
                .orElse(0);
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(SOON).pollInterval(ofMillis(10)).untilAsserted(assertion);
    }

    /** A consumer that does what the test says, and remembers what it got. */
    abstract static class Scripted<E> implements EventConsumer<E> {
        interface Script<E> {
            void on(E event, Envelope envelope);
        }

        final ConcurrentLinkedQueue<E> events = new ConcurrentLinkedQueue<>();
        final ConcurrentLinkedQueue<Envelope> envelopes = new ConcurrentLinkedQueue<>();
        volatile Script<E> does = (_, _) -> {};

        @Override
        public void on(E event, Envelope envelope) {
            events.add(event);
            envelopes.add(envelope);
            does.on(event, envelope);
        }

        List<String> seen() {
            return envelopes.stream().map(Envelope::id).toList();
        }

        Envelope of(String type) {
            return envelopes.stream()
                    .filter(envelope -> envelope.type().equals(type))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
