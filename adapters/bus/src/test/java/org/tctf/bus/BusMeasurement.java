package org.tctf.bus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.Outgoing;

/**
 * How long a fact takes from its commit to its effect, and how many deliveries a second go through; everything durable.
 * Run by hand: {@code BusMeasurement <folder on the disk to measure> <rounds>}.
 */
final class BusMeasurement {
    private static final int RATE = 500;
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final int BURST = 10_000;
    private static final int SENDERS = 32;
    private static final int BACKLOG = 100_000;

    private BusMeasurement() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
            Path folder = Files.createTempDirectory(Path.of(arguments[0]), "bus");
            latency(folder.resolve("latency"));
            throughput(folder.resolve("throughput"));
            backlog(folder.resolve("backlog"));
        }
    }

    private static void latency(Path folder) {
        Parcels parcels = new Parcels();
        int total = (int) (RATE * ROUND.toSeconds());
        Map<String, Long> committed = new ConcurrentHashMap<>();
        ConcurrentLinkedQueue<Long> took = new ConcurrentLinkedQueue<>();
        BusObserver stopwatch = new BusObserver() {
            @Override
            public void published(Envelope envelope, List<String> queues) {
                committed.put(envelope.subject(), System.nanoTime());
            }
        };
        BusOptions options = BusOptions.defaults().observedBy(List.of(stopwatch));
        try (EmbeddedPlatform platform = EmbeddedPlatform.in(
                        folder, options, parcels.consumers(), Parcels.SENDER, Parcels.DEPOT)
                .started()) {
            Parcels.Script count = Parcels.counting(platform, parcels.north);
            parcels.north.does = (parcel, envelope) -> {
                count.on(parcel, envelope);
                took.add(System.nanoTime() - committed.get(parcel.parcel()));
            };
            long begin = System.nanoTime();
            try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < total; i++) {
                    String parcel = "p" + i;
                    LockSupport.parkNanos(begin + i * 1_000_000_000L / RATE - System.nanoTime());
                    senders.submit(() -> Parcels.send(platform, parcel));
                }
            }
            while (took.size() < total) {
                LockSupport.parkNanos(1_000_000);
            }
        }
        long[] sorted = took.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "latency at %d/s: p50 %.2f ms, p99 %.2f ms, max %.2f ms%n",
                RATE, millis(sorted, 0.5), millis(sorted, 0.99), millis(sorted, 1));
    }

    private static void backlog(Path folder) throws InterruptedException {
        Parcels parcels = new Parcels();
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(BACKLOG);
        parcels.north.does = (_, _) -> {
            awaitUninterruptibly(open);
            done.countDown();
        };
        try (EmbeddedPlatform platform = EmbeddedPlatform.in(
                        folder, BusOptions.defaults(), parcels.consumers(), Parcels.SENDER, Parcels.DEPOT)
                .started()) {
            long empty = usedMegabytes();
            for (int i = 0; i < BACKLOG; i += 500) {
                platform.bus()
                        .publish(IntStream.range(i, i + 500)
                                .mapToObj(n -> new Outgoing(large("p" + n), Parcels.NORTH, Duration.ZERO))
                                .toList());
            }
            System.out.printf("backlog: %d messages of 4 KB take %d MB of memory%n", BACKLOG, usedMegabytes() - empty);
            long begin = System.nanoTime();
            open.countDown();
            done.await();
            System.out.printf("backlog worked off at %.0f/s%n", BACKLOG * 1e9 / (System.nanoTime() - begin));
        }
    }

    private static Envelope large(String parcel) {
        Envelope small = Parcels.envelope(parcel);
        return new Envelope(
                small.id(),
                small.source(),
                small.type(),
                1,
                small.time(),
                parcel,
                small.dataschema(),
                1,
                small.correlationId(),
                null,
                small.actor(),
                null,
                "{\"parcel\":\"%s\",\"contents\":\"%s\"}".formatted(parcel, "x".repeat(4_000)));
    }

    private static long usedMegabytes() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException expired) {
            Thread.currentThread().interrupt();
        }
    }

    /** Spent by this process; unlike time, it does not depend on who else uses the machine. */
    private static long cpuMillis() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }

    private static void throughput(Path folder) throws InterruptedException {
        Parcels parcels = new Parcels();
        CountDownLatch effects = new CountDownLatch(BURST * 4);
        try (EmbeddedPlatform platform = EmbeddedPlatform.in(
                        folder, BusOptions.defaults(), parcels.consumers(), Parcels.SENDER, Parcels.DEPOT)
                .started()) {
            parcels.countIn(platform);
            List.of(parcels.north, parcels.east, parcels.south, parcels.west).forEach(lane -> {
                Parcels.Script count = lane.does;
                lane.does = (parcel, envelope) -> {
                    count.on(parcel, envelope);
                    effects.countDown();
                };
            });
            long cpu = cpuMillis();
            long begin = System.nanoTime();
            try (var senders =
                    Executors.newFixedThreadPool(SENDERS, Thread.ofVirtual().factory())) {
                Parcels.named(BURST).forEach(parcel -> senders.submit(() -> Parcels.send(platform, parcel)));
            }
            double sent = (System.nanoTime() - begin) / 1e9;
            effects.await();
            double done = (System.nanoTime() - begin) / 1e9;
            cpu = ProcessHandle.current()
                            .info()
                            .totalCpuDuration()
                            .orElseThrow()
                            .toMillis()
                    - cpu;
            System.out.printf(
                    "burst of %d to 4 queues: sent in %.2f s (%.0f/s), done in %.2f s (%.0f deliveries/s), %d ms CPU%n",
                    BURST, sent, BURST / sent, done, BURST * 4 / done, cpu);
        }
    }
}
