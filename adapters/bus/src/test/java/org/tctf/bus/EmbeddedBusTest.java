package org.tctf.bus;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.Outgoing;
import org.tctf.kernel.event.RetryPolicy;
import org.tctf.kernel.service.ServiceDefinition;

class EmbeddedBusTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    /** Always the longest pause that the policy allows. */
    private static final RandomGenerator NO_JITTER = new RandomGenerator() {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final Parcels parcels = new Parcels();
    private final Steps steps = new Steps();
    private BusOptions options = BusOptions.defaults()
            .retrying(new RetryPolicy(ofMillis(20), ofMillis(70)))
            .jitteredBy(NO_JITTER)
            .observedBy(List.of(steps));
    private EmbeddedPlatform platform;

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void aFailingMessageIsRetriedWithGrowingPausesAndDiesWithItsErrorAndIsDoneOnceItIsFixedAndSentBack() {
        boot(Parcels.DEPOT);
        Parcels.Script fixed = parcels.north.does;
        parcels.north.does = (_, _) -> {
            throw new IllegalArgumentException("the lane is closed");
        };

        Parcels.send(platform, "p1");

        eventually(() -> assertThat(deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.queue()).isEqualTo(Parcels.NORTH);
            assertThat(letter.envelope().subject()).isEqualTo("p1");
            assertThat(letter.attempts()).isEqualTo(5);
            assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.MAX_RECEIVES);
            assertThat(letter.error()).isEqualTo("java.lang.IllegalArgumentException: the lane is closed");
            assertThat(letter.enqueuedAt()).isEqualTo(NOON);
            assertThat(letter.diedAt()).isEqualTo(NOON);
        }));
        assertThat(steps.pauses).containsExactly(ofMillis(20), ofMillis(40), ofMillis(70), ofMillis(70));

        parcels.north.does = fixed;
        assertThat(platform.bus().deadLetters().redrive(deadLetters().getFirst().id()))
                .isTrue();

        eventually(() -> assertThat(Parcels.counted(platform, "North")).containsExactly(Map.entry("p1", 1)));
        assertThat(deadLetters()).isEmpty();
        assertThat(counts(Parcels.NORTH)).isEqualTo(new QueueCounts("depot", Parcels.NORTH, 1, 0, 5, 0, 1));
    }

    @Test
    void aConsumerThatHangsAndIgnoresInterruptionDoesNotWearItsQueueOut() {
        ServiceDefinition oneWorker = Parcels.depot(ofMillis(150), 2, 1);
        CountDownLatch end = new CountDownLatch(1);
        boot(oneWorker);
        Parcels.Script count = parcels.north.does;
        parcels.north.does = (parcel, envelope) -> {
            if (parcel.parcel().equals("stuck")) {
                awaitStubbornly(end);
            }
            count.on(parcel, envelope);
        };

        Parcels.send(platform, "stuck");
        Parcels.named(10).forEach(parcel -> Parcels.send(platform, parcel));

        eventually(() -> assertThat(Parcels.counted(platform, "North")).hasSize(10));
        eventually(() -> assertThat(deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.attempts()).isEqualTo(2);
            assertThat(letter.error()).contains("timeout of PT0.15S");
        }));
        end.countDown();
    }

    @Test
    void aSlowConsumerDoesNotDelayTheOtherQueues() {
        CountDownLatch end = new CountDownLatch(1);
        boot(Parcels.DEPOT);
        parcels.north.does = (_, _) -> awaitStubbornly(end);

        Parcels.named(200).forEach(parcel -> Parcels.send(platform, parcel));

        eventually(() -> assertThat(parcels.east.seen).hasSize(200));
        assertThat(depth(Parcels.NORTH)).satisfies(depth -> {
            assertThat(depth.inFlight()).isEqualTo(8);
            assertThat(depth.ready()).isEqualTo(192);
        });
        end.countDown();
        eventually(() -> assertThat(platform.bus().isQuiet()).isTrue());
    }

    @Test
    void anErrorThatIsNoExceptionIsAFailureLikeAnyOther() {
        AtomicInteger calls = new AtomicInteger();
        boot(Parcels.DEPOT);
        Parcels.Script count = parcels.north.does;
        parcels.north.does = (parcel, envelope) -> {
            if (calls.incrementAndGet() == 1) {
                throw new StackOverflowError();
            }
            count.on(parcel, envelope);
        };

        Parcels.send(platform, "p1");

        eventually(() -> assertThat(Parcels.counted(platform, "North")).containsExactly(Map.entry("p1", 1)));
    }

    @Test
    void aFailedMessageIsUnderWayWhileItPausesUntilItIsDoneAndADelayedOneIsNot() {
        AtomicInteger calls = new AtomicInteger();
        options = options.retrying(new RetryPolicy(ofHours(1), ofHours(1)));
        boot(Parcels.DEPOT);
        Parcels.Script count = parcels.north.does;
        parcels.north.does = (parcel, envelope) -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            count.on(parcel, envelope);
        };

        platform.bus().publish(List.of(new Outgoing(Parcels.envelope("p1"), Parcels.NORTH, ofMinutes(10))));
        assertThat(platform.bus().isQuiet()).isTrue();

        now.set(NOON.plus(ofMinutes(10)));
        platform.bus().wake();
        eventually(() -> assertThat(depth(Parcels.NORTH).delayed()).isEqualTo(1));
        assertThat(platform.bus().isQuiet()).isFalse();

        now.set(NOON.plus(ofHours(2)));
        platform.bus().wake();
        eventually(() -> assertThat(platform.bus().isQuiet()).isTrue());
        assertThat(Parcels.counted(platform, "North")).containsExactly(Map.entry("p1", 1));
    }

    @Test
    void unknownVersionsAreCountedAndParkedAgainWhenNobodyTaughtTheConsumer() {
        boot(Parcels.DEPOT);
        platform.bus().publish(List.of(Outgoing.fact(Parcels.envelope("p1", 9))));
        eventually(() -> assertThat(deadLetters()).hasSize(4));

        assertThat(platform.bus().deadLetters().redriveAll(Parcels.NORTH)).isEqualTo(1);

        eventually(() -> assertThat(counts(Parcels.NORTH).unknownVersions()).isEqualTo(2));
        eventually(() -> assertThat(depth(Parcels.NORTH).dead()).isEqualTo(1));
        assertThat(parcels.north.seen).isEmpty();
        assertThat(deadLetters())
                .allSatisfy(letter -> assertThat(letter.error()).contains("version 9", "[1]"));
    }

    @Test
    void aDelayedMessageComesOnceTheClockIsMovedPastItsTime() {
        boot(Parcels.DEPOT);
        platform.bus().publish(List.of(new Outgoing(Parcels.envelope("p1"), Parcels.NORTH, ofMinutes(10))));
        assertThat(depth(Parcels.NORTH).delayed()).isEqualTo(1);

        now.set(NOON.plus(ofMinutes(9)));
        platform.bus().wake();
        assertThat(depth(Parcels.NORTH).delayed()).isEqualTo(1);
        assertThat(depth(Parcels.NORTH).oldest()).isEqualTo(ofMinutes(9));

        now.set(NOON.plus(ofMinutes(10)));
        platform.bus().wake();
        eventually(() -> assertThat(Parcels.counted(platform, "North")).containsExactly(Map.entry("p1", 1)));
    }

    @Test
    void tenThousandFactsToFourQueuesAllTakeEffectExactlyOnce() {
        boot(Parcels.DEPOT);
        List<String> all = Parcels.named(10_000);

        try (var senders = Executors.newFixedThreadPool(16, Thread.ofVirtual().factory())) {
            all.forEach(parcel -> senders.submit(() -> Parcels.send(platform, parcel)));
        }

        Map<String, Integer> once = all.stream().collect(Collectors.toMap(parcel -> parcel, _ -> 1));
        await().atMost(ofMinutes(2)).until(() -> platform.bus().isQuiet());
        for (String lane : Parcels.LANES) {
            assertThat(Parcels.counted(platform, lane)).isEqualTo(once);
        }
        eventually(() -> assertThat(platform.outbox(Parcels.SENDER).after(0, 1)).isEmpty());
    }

    @Test
    void deadLettersAreListedPageByPageAndByQueue() {
        boot(Parcels.DEPOT);
        platform.bus()
                .publish(IntStream.range(0, 5)
                        .mapToObj(i -> Outgoing.fact(Parcels.envelope("p" + i, 2)))
                        .toList());
        eventually(() -> assertThat(deadLetters()).hasSize(20));
        DeadLetters letters = platform.bus().deadLetters();

        var first = letters.list(Parcels.NORTH, 3, null);
        var second = letters.list(Parcels.NORTH, 3, first.nextCursor());

        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2);
        assertThat(second.nextCursor()).isNull();
        assertThat(letters.list("no-such-queue", 3, null).items()).isEmpty();
    }

    @Test
    void aDiscardedDeadLetterIsGone() {
        boot(Parcels.DEPOT);
        platform.bus().publish(List.of(Outgoing.fact(Parcels.envelope("p1", 2))));
        eventually(() -> assertThat(deadLetters()).hasSize(4));
        long id = deadLetters().getFirst().id();

        assertThat(platform.bus().deadLetters().discard(id)).isTrue();

        assertThat(platform.bus().deadLetters().discard(id)).isFalse();
        assertThat(platform.bus().deadLetters().redrive(id)).isFalse();
        assertThat(platform.bus().deadLetters().get(id)).isEmpty();
        assertThat(deadLetters()).hasSize(3);
    }

    @Test
    void aCommandForAQueueThatDoesNotExistIsKeptAsADeadLetter() {
        boot(Parcels.DEPOT);

        platform.bus().publish(List.of(new Outgoing(Parcels.envelope("p1"), "depot-gone", Duration.ZERO)));

        eventually(() -> assertThat(deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.NO_QUEUE);
            assertThatIllegalStateException()
                    .isThrownBy(() -> platform.bus().deadLetters().redrive(letter.id()))
                    .withMessageContaining("depot-gone");
        }));
        assertThat(depth("depot-gone").dead()).isEqualTo(1);
    }

    @Test
    void messagesOfAQueueThatIsGoneAreKeptAndGoOnWhenItIsBack() {
        boot(Parcels.DEPOT);
        parcels.north.does = (_, _) -> awaitStubbornly(new CountDownLatch(1));
        Parcels.send(platform, "p1");
        eventually(() -> assertThat(depth(Parcels.NORTH).inFlight()).isEqualTo(1));
        List.of("East", "South", "West")
                .forEach(lane -> eventually(
                        () -> assertThat(Parcels.counted(platform, lane)).hasSize(1)));
        platform.bus().close(Duration.ZERO);
        platform.close();

        boot();
        assertThat(deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.envelope().subject()).isEqualTo("p1");
            assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.NO_QUEUE);
        });
        platform.close();

        boot(Parcels.DEPOT);
        eventually(() -> assertThat(Parcels.counted(platform, "North")).containsExactly(Map.entry("p1", 1)));
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void anObserverSeesEachStepInItsOrderAndOneThatThrowsHarmsNothing() {
        options = options.observedBy(List.of(new Vandal(), steps));
        boot(Parcels.DEPOT);
        parcels.north.does = (_, _) -> {
            throw new IllegalStateException("no");
        };

        Parcels.send(platform, "p1");

        eventually(() -> assertThat(steps.of(Parcels.NORTH))
                .containsExactly(
                        "delivering 1",
                        "failed 1",
                        "delivering 2",
                        "failed 2",
                        "delivering 3",
                        "failed 3",
                        "delivering 4",
                        "failed 4",
                        "delivering 5",
                        "dead 5 MAX_RECEIVES"));
        assertThat(steps.all.peek()).startsWith("published [").contains(Parcels.NORTH);
        eventually(() -> assertThat(deadLetters()).hasSize(1));
        long id = deadLetters().getFirst().id();
        parcels.north.does = (_, _) -> {};
        platform.bus().deadLetters().redrive(id);
        eventually(() -> assertThat(steps.of(Parcels.NORTH)).endsWith("redriven", "delivering 1", "delivered 1 DONE"));
    }

    @Test
    void closingLetsRunningDeliveriesFinish() {
        CountDownLatch begun = new CountDownLatch(1);
        boot(Parcels.DEPOT);
        Parcels.Script count = parcels.north.does;
        parcels.north.does = (parcel, envelope) -> {
            begun.countDown();
            await().pollDelay(ofMillis(200)).until(() -> true);
            count.on(parcel, envelope);
        };
        Parcels.send(platform, "p1");
        awaitStubbornly(begun);

        platform.bus().close(ofSeconds(8));

        assertThat(Parcels.counted(platform, "North")).containsExactly(Map.entry("p1", 1));
    }

    @Test
    void closingInterruptsWhatDoesNotFinishAndItIsDoneAfterTheNextStart() {
        AtomicInteger interrupted = new AtomicInteger();
        boot(Parcels.DEPOT);
        parcels.north.does = (_, _) -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException closing) {
                interrupted.incrementAndGet();
            }
        };
        Parcels.send(platform, "p1");
        eventually(() -> assertThat(parcels.north.seen).hasSize(1));

        platform.bus().close(ofMillis(50));
        eventually(() -> assertThat(interrupted).hasValue(1));
        platform.close();
        boot(Parcels.DEPOT);

        eventually(() -> assertThat(Parcels.counted(platform, "North")).containsExactly(Map.entry("p1", 1)));
    }

    private void boot(ServiceDefinition... depot) {
        ServiceDefinition[] services =
                Stream.concat(Stream.of(Parcels.SENDER), Stream.of(depot)).toArray(ServiceDefinition[]::new);
        platform = EmbeddedPlatform.in(folder, now::get, options, parcels.consumers(), services);
        parcels.countIn(platform);
        platform.started();
    }

    private List<DeadLetter> deadLetters() {
        return platform.bus().deadLetters().list(null, 100, null).items();
    }

    private QueueDepth depth(String queue) {
        return platform.bus().depths().stream()
                .filter(depth -> depth.queue().equals(queue))
                .findFirst()
                .orElseThrow();
    }

    private QueueCounts counts(String queue) {
        return platform.bus().counts().stream()
                .filter(counts -> counts.queue().equals(queue))
                .findFirst()
                .orElseThrow();
    }

    private static void awaitStubbornly(CountDownLatch end) {
        boolean isOver = false;
        while (!isOver) {
            try {
                end.await();
                isOver = true;
            } catch (InterruptedException ignored) {
                continue;
            }
        }
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(ofSeconds(30)).pollInterval(ofMillis(10)).untilAsserted(assertion);
    }

    /** Writes down what happens to whom. */
    private final class Steps implements BusObserver {
        final ConcurrentLinkedQueue<String> all = new ConcurrentLinkedQueue<>();
        final ConcurrentLinkedQueue<Duration> pauses = new ConcurrentLinkedQueue<>();

        List<String> of(String queue) {
            return all.stream()
                    .filter(step -> step.startsWith(queue + ": "))
                    .map(step -> step.substring(queue.length() + 2))
                    .toList();
        }

        @Override
        public void published(Envelope envelope, List<String> queues) {
            all.add("published " + queues);
        }

        @Override
        public void delivering(String queue, Envelope envelope, int attempt) {
            all.add(queue + ": delivering " + attempt);
        }

        @Override
        public void delivered(String queue, Envelope envelope, int attempt, Deliveries.Outcome outcome, Duration took) {
            all.add(queue + ": delivered " + attempt + " " + outcome);
        }

        @Override
        public void failed(String queue, Envelope envelope, int attempt, Throwable error, Instant nextAttempt) {
            all.add(queue + ": failed " + attempt);
            pauses.add(Duration.between(now.get(), nextAttempt));
        }

        @Override
        public void deadLettered(String queue, Envelope envelope, int attempts, String reason, String error) {
            all.add(queue + ": dead " + attempts + " " + reason);
        }

        @Override
        public void redriven(String queue, Envelope envelope) {
            all.add(queue + ": redriven");
        }
    }

    /** Throws at every step. */
    private static final class Vandal implements BusObserver {
        @Override
        public void published(Envelope envelope, List<String> queues) {
            throw new IllegalStateException("published");
        }

        @Override
        public void delivering(String queue, Envelope envelope, int attempt) {
            throw new AssertionError("delivering");
        }

        @Override
        public void delivered(String queue, Envelope envelope, int attempt, Deliveries.Outcome outcome, Duration took) {
            throw new IllegalStateException("delivered");
        }

        @Override
        public void failed(String queue, Envelope envelope, int attempt, Throwable error, Instant nextAttempt) {
            throw new IllegalStateException("failed");
        }

        @Override
        public void deadLettered(String queue, Envelope envelope, int attempts, String reason, String error) {
            throw new IllegalStateException("deadLettered");
        }
    }
}
