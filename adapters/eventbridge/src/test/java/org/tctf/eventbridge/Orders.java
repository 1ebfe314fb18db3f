package org.tctf.eventbridge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.event.Outgoing;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.service.Subscription;
import org.tctf.kernel.table.AccessPattern;

/** A shop that takes orders and tells itself to pack them: what this module's tests send around. */
final class Orders {
    static final AccessPattern PACKED = AccessPattern.main("an order's parcels", "PACKED#{event}", "COUNT");

    record OrderPlaced(String order) {}

    record PackOrder(String order) {}

    record Parcels(int count) {}

    /** Does what the test says. */
    static final class OnPackOrder implements EventConsumer<PackOrder> {
        interface Script {
            void on(PackOrder command, Envelope envelope);
        }

        final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
        volatile Script does = (_, _) -> {};

        @Override
        public void on(PackOrder command, Envelope envelope) {
            seen.add(envelope.id());
            does.on(command, envelope);
        }
    }

    /** Its commands are tried 3 times, 2 side by side, each for 2 seconds. */
    static final ServiceDefinition SHOP = ServiceDefinition.named("shop")
            .summary("Sells.")
            .owner("test")
            .table(PACKED)
            .publishes(OrderPlaced.class)
            .queue(PackOrder.class, OnPackOrder.class)
            .tuned(Duration.ofSeconds(2), 3, 2)
            .build();

    static final Subscription PACKING = SHOP.subscriptions().getFirst();

    private Orders() {}

    static Outgoing fact(String order) {
        return Outgoing.fact(envelope("ORDER_PLACED", order));
    }

    static List<Outgoing> facts(int count) {
        return IntStream.range(0, count).mapToObj(i -> fact("order " + i)).toList();
    }

    static Outgoing command(String order, Duration delay) {
        return new Outgoing(envelope("PACK_ORDER", order), PACKING.queue(), delay);
    }

    static List<Outgoing> commands(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> command("order " + i, Duration.ZERO))
                .toList();
    }

    static Envelope envelope(String type, String order) {
        return envelope(type, 1, order);
    }

    static Envelope envelope(String type, int version, String order) {
        return new Envelope(
                UUID.randomUUID().toString(),
                "shop",
                type,
                version,
                Instant.parse("2026-01-02T03:04:05Z"),
                "42",
                Envelope.schemaPath(type, version),
                1,
                "correlation",
                null,
                "ada",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "{\"order\":\"%s\"}".formatted(order));
    }
}
