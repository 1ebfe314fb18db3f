package org.tctf.bus;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.event.Outgoing;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Page;
import org.tctf.kernel.table.Query;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.kernel.table.Write;

/** A sender, and a depot with four queues that count each parcel in each lane: what the bus's tests send around. */
final class Parcels {
    static final AccessPattern SENT = AccessPattern.main("all parcels", "SENT", "{parcel}");
    static final AccessPattern COUNTED = AccessPattern.main("parcels of a lane", "LANE#{lane}", "{parcel}");

    record ParcelSent(String parcel, String contents) {}

    record Parcel(String parcel) {}

    record Count(String parcel, int count) {}

    record Sent(String parcel) {}

    static final class North extends Lane {}

    static final class East extends Lane {}

    static final class South extends Lane {}

    static final class West extends Lane {}

    interface Script {
        void on(Parcel parcel, Envelope envelope);
    }

    /** Does what the test says. */
    abstract static class Lane implements EventConsumer<Parcel> {
        final ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
        volatile Script does = (_, _) -> {};

        @Override
        public void on(Parcel parcel, Envelope envelope) {
            seen.add(parcel.parcel());
            does.on(parcel, envelope);
        }
    }

    static final ServiceDefinition SENDER = ServiceDefinition.named("sender")
            .summary("Sends.")
            .owner("test")
            .table(SENT)
            .publishes(ParcelSent.class)
            .build();

    static final ServiceDefinition DEPOT = depot(Duration.ofSeconds(30), 5, 8);

    static final String NORTH = "depot-north";
    static final List<String> LANES = List.of("North", "East", "South", "West");

    final North north = new North();
    final East east = new East();
    final South south = new South();
    final West west = new West();
    private final Map<Class<?>, Lane> lanes =
            Map.of(North.class, north, East.class, east, South.class, south, West.class, west);

    static ServiceDefinition depot(Duration timeout, int maxReceives, int concurrency) {
        return ServiceDefinition.named("depot")
                .summary("Counts.")
                .owner("test")
                .table(COUNTED)
                .consumes("PARCEL_SENT", Parcel.class, North.class)
                .tuned(timeout, maxReceives, concurrency)
                .consumes("PARCEL_SENT", Parcel.class, East.class)
                .tuned(timeout, maxReceives, concurrency)
                .consumes("PARCEL_SENT", Parcel.class, South.class)
                .tuned(timeout, maxReceives, concurrency)
                .consumes("PARCEL_SENT", Parcel.class, West.class)
                .tuned(timeout, maxReceives, concurrency)
                .build();
    }

    /** The lanes' instances. */
    Function<Class<?>, ?> consumers() {
        return type -> Objects.requireNonNull(lanes.get(type));
    }

    /** Has all lanes count in this platform's depot. */
    void countIn(EmbeddedPlatform platform) {
        lanes.values().forEach(lane -> lane.does = counting(platform, lane));
    }

    static Script counting(EmbeddedPlatform platform, Lane lane) {
        String name = lane.getClass().getSimpleName();
        return (parcel, _) -> platform.table(DEPOT)
                .commit(Change.none()
                        .write(new Write.Update(
                                COUNTED.key(name, parcel.parcel()),
                                Map.of("parcel", parcel.parcel()),
                                Map.of("count", BigDecimal.ONE),
                                null)));
    }

    static void send(EmbeddedPlatform platform, String parcel) {
        platform.table(SENDER)
                .commit(Change.none()
                        .put(Row.of(SENT.key(parcel), new Sent(parcel)))
                        .raise(parcel, 1, new ParcelSent(parcel, "contents")));
    }

    static List<String> named(int count) {
        return IntStream.range(0, count).mapToObj("p%06d"::formatted).toList();
    }

    static Envelope envelope(String parcel) {
        return envelope(parcel, 1);
    }

    static Envelope envelope(String parcel, int version) {
        return new Envelope(
                UUID.randomUUID().toString(),
                "sender",
                "PARCEL_SENT",
                version,
                Instant.EPOCH,
                parcel,
                Envelope.schemaPath("PARCEL_SENT", version),
                1,
                "correlation",
                null,
                "ada",
                null,
                "{\"parcel\":\"%s\",\"contents\":\"contents\"}".formatted(parcel));
    }

    static Outgoing fact(String parcel) {
        return Outgoing.fact(envelope(parcel));
    }

    /** Every parcel whose sending was committed. */
    static List<String> sent(EmbeddedPlatform platform) {
        return all(platform.table(SENDER), SENT.query(), Sent.class).stream()
                .map(Sent::parcel)
                .toList();
    }

    /** How often each parcel that came to a lane took effect there. */
    static Map<String, Integer> counted(EmbeddedPlatform platform, String lane) {
        return all(platform.table(DEPOT), COUNTED.query(lane), Count.class).stream()
                .collect(Collectors.toMap(Count::parcel, Count::count));
    }

    private static <T> List<T> all(ServiceTable table, Query query, Class<T> type) {
        List<T> all = new ArrayList<>();
        Page<T> page = table.page(query, null, type);
        all.addAll(page.items());
        while (page.nextCursor() != null) {
            page = table.page(query, page.nextCursor(), type);
            all.addAll(page.items());
        }
        return all;
    }
}
