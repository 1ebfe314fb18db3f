package org.tctf.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.spec.SecretKeySpec;
import org.tctf.bus.BusObserver;
import org.tctf.bus.BusOptions;
import org.tctf.bus.EmbeddedBus;
import org.tctf.contracts.ScratchFolder;
import org.tctf.json.JacksonCodec;
import org.tctf.kernel.Ids;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.kernel.table.Change;
import org.tctf.kernel.table.Cursors;
import org.tctf.kernel.table.Row;
import org.tctf.kernel.table.ServiceTable;
import org.tctf.sqlite.Durability;
import org.tctf.sqlite.SqliteDatabase;
import org.tctf.sqlite.SqliteTables;

/**
 * The durable hop in one process: the publisher begins its commit → the consumer's effect is committed. Open loop at
 * 500 events a second; the floor is the two commits alone, without a bus between them.
 */
final class Hop {
    private static final int PER_SECOND = 500;
    private static final int WARM_UP = 10 * PER_SECOND;
    private static final int MEASURED = 20 * PER_SECOND;

    record Sent(long commitReturnedAt) {}

    record Counted(long at) {}

    record Started(String id, long commitAt) {}

    private static final AccessPattern SENT = AccessPattern.main("what was sent", "SENT#{id}", "SENT");
    private static final AccessPattern SEEN = AccessPattern.main("what was seen", "SEEN#{id}", "SEEN");
    private static final ServiceDefinition PUBLISHER = ServiceDefinition.named("publisher")
            .summary("Commits and publishes.")
            .owner("benchmarks")
            .table(SENT)
            .publishes(Started.class)
            .build();
    private static final ServiceDefinition CONSUMER = ServiceDefinition.named("consumer")
            .summary("Reacts.")
            .owner("benchmarks")
            .table(SEEN)
            .consumes("STARTED", Started.class, React.class)
            .build();

    /** One effect per event. */
    static final class React implements EventConsumer<Started> {
        private final ServiceTable table;

        React(ServiceTable table) {
            this.table = table;
        }

        @Override
        public void on(Started event, Envelope envelope) {
            table.commit(Change.none().create(Row.of(SEEN.key(event.id()), new Counted(event.commitAt()))));
        }
    }

    void run() throws IOException, InterruptedException {
        Path folder = ScratchFolder.untilExit("tctf-hop");
        InstantSource clock = InstantSource.system();
        JacksonCodec codec = new JacksonCodec();
        Ids ids = Ids.v7(clock, new SecureRandom());
        Cursors cursors = new Cursors(new SecretKeySpec(new byte[32], "AES"), new SecureRandom());
        Latencies hops = new Latencies();
        long[] committedAt = new long[WARM_UP + MEASURED];
        CountDownLatch done = new CountDownLatch(committedAt.length);
        BusObserver watch = new BusObserver() {
            @Override
            public void delivered(
                    String queue, Envelope envelope, int attempt, Deliveries.Outcome outcome, Duration took) {
                int number = Integer.parseInt(envelope.subject());
                if (number >= WARM_UP) {
                    hops.add(System.nanoTime() - committedAt[number]);
                }
                done.countDown();
            }
        };
        try (SqliteTables files = SqliteTables.open(folder, Durability.FULL, clock);
                SqliteDatabase queues = SqliteDatabase.open(folder.resolve("queues.db"), Durability.FULL);
                EmbeddedBus bus = new EmbeddedBus(
                        queues, codec, clock, BusOptions.defaults().observedBy(List.of(watch)))) {
            ServiceTable from = new ServiceTable(PUBLISHER, files.of(PUBLISHER), codec, e -> {}, cursors, clock, ids);
            ServiceTable to = new ServiceTable(CONSUMER, files.of(CONSUMER), codec, e -> {}, cursors, clock, ids);
            React react = new React(to);
            bus.register(
                    PUBLISHER,
                    new Deliveries(from, codec, type -> react),
                    files.of(PUBLISHER).outbox());
            bus.register(
                    CONSUMER,
                    new Deliveries(to, codec, type -> react),
                    files.of(CONSUMER).outbox());
            bus.start();
            publish(from, committedAt);
            if (!done.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException(done.getCount() + " events have not arrived");
            }
            Latencies floor = twoCommits(from, to);
            Table table = new Table(
                    System.out,
                    "Durable hop at 500 events/s: begin of commit → effect committed",
                    "",
                    "p50 ms",
                    "p99 ms",
                    "max ms");
            table.row(
                    "floor: publisher's and consumer's commits alone",
                    floor.millis(50),
                    floor.millis(99),
                    floor.millis(100));
            table.row("hop (p50 ≤ 2, p99 ≤ 10)", hops.millis(50), hops.millis(99), hops.millis(100));
        }
    }

    private static void publish(ServiceTable table, long[] committedAt) {
        long started = System.nanoTime();
        long pause = TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
        for (int i = 0; i < committedAt.length; i++) {
            long due = started + i * pause;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            int number = i;
            // Before the commit, so that a reaction that is faster than our return is not counted as negative.
            committedAt[number] = System.nanoTime();
            table.commit(Change.none()
                    .create(Row.of(SENT.key(number), new Sent(number)))
                    .raise(number, 1, new Started(Integer.toString(number), number)));
        }
    }

    private static Latencies twoCommits(ServiceTable from, ServiceTable to) {
        Latencies floor = new Latencies();
        for (int i = 0; i < 2000; i++) {
            long before = System.nanoTime();
            from.commit(Change.none().create(Row.of(SENT.key("floor" + i), new Sent(i))));
            to.commit(Change.none().create(Row.of(SEEN.key("floor" + i), new Counted(i))));
            floor.add(System.nanoTime() - before);
        }
        return floor;
    }
}
