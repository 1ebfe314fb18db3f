package org.tctf.bus;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.OpenTelemetry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.kernel.Flow;
import org.tctf.kernel.Ids;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.sqlite.Durability;
import org.tctf.sqlite.SqliteDatabase;

class EmbeddedSchedulerTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    /** Does what the test says, and counts. */
    static final class Sweep implements Runnable {
        final AtomicInteger runs = new AtomicInteger();
        volatile Runnable does = () -> {};

        @Override
        public void run() {
            runs.incrementAndGet();
            does.run();
        }
    }

    private static final ServiceDefinition CLEANER = cleaner("cleaner");
    private static final ServiceDefinition OTHER = cleaner("other");

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final Sweep sweep = new Sweep();
    private SqliteDatabase database;
    private EmbeddedScheduler scheduler;

    @BeforeEach
    void boot() {
        database = SqliteDatabase.open(folder.resolve("queues.db"), Durability.FULL);
        scheduler = new EmbeddedScheduler(database, now::get, Ids.v7(now::get, new Random(1)), OpenTelemetry.noop());
        scheduler.register(CLEANER, _ -> sweep);
        scheduler.start();
    }

    @AfterEach
    void stop() {
        scheduler.close();
        database.close();
    }

    @Test
    void aNewScheduleRunsFirstAfterOneInterval() {
        advance(ofMinutes(9));
        assertThat(sweep.runs).hasValue(0);

        advance(ofMinutes(1));

        eventually(() -> assertThat(state().lastRun()).isEqualTo(NOON.plus(ofMinutes(10))));
        assertThat(sweep.runs).hasValue(1);
        assertThat(state().next()).isEqualTo(NOON.plus(ofMinutes(20)));
    }

    @Test
    void runsThatWereMissedWhileThePlatformWasDownAreMadeUpForOnce() {
        stop();
        now.set(NOON.plus(Duration.ofDays(3)));

        boot();

        eventually(() -> assertThat(state().lastRun()).isEqualTo(now.get()));
        advance(ofMinutes(9));
        assertThat(sweep.runs).hasValue(1);
    }

    @Test
    void whatRanBeforeARestartDoesNotRunAgainAfterIt() {
        advance(ofMinutes(10));
        eventually(() -> assertThat(state().lastRun()).isEqualTo(now.get()));
        stop();

        boot();

        assertThat(state().next()).isEqualTo(NOON.plus(ofMinutes(20)));
        assertThat(sweep.runs).hasValue(1);
    }

    @Test
    void aRunThatTakesLongerThanItsIntervalIsNotOvertakenByTheNext() {
        CountDownLatch end = new CountDownLatch(1);
        sweep.does = () -> awaitUninterruptibly(end);
        advance(ofMinutes(10));
        eventually(() -> assertThat(sweep.runs).hasValue(1));

        advance(ofMinutes(10));
        advance(ofMinutes(10));
        assertThat(sweep.runs).hasValue(1);
        end.countDown();

        eventually(() -> assertThat(sweep.runs).hasValue(2));
    }

    @Test
    void aJobThatFailsIsTriedAgainAtItsNextTurn() {
        sweep.does = () -> {
            throw new IllegalStateException("the broom broke");
        };
        advance(ofMinutes(10));
        eventually(() -> assertThat(state().lastError()).contains("the broom broke"));
        assertThat(state().lastRun()).isEqualTo(now.get());

        sweep.does = () -> {};
        advance(ofMinutes(10));

        eventually(() -> assertThat(state().lastRun()).isEqualTo(now.get()));
        assertThat(state().lastError()).isNull();
        assertThat(sweep.runs).hasValue(2);
    }

    @Test
    void eachRunIsAFlowOfItsOwn() {
        ConcurrentLinkedQueue<Flow> flows = new ConcurrentLinkedQueue<>();
        sweep.does = () -> flows.add(Flow.current().orElseThrow());

        scheduler.runNow("sweep");
        scheduler.runNow("cleaner/sweep");

        assertThat(flows).extracting(Flow::actor).containsOnly("service:cleaner");
        assertThat(flows).extracting(Flow::causationId).containsOnlyNulls();
        assertThat(flows)
                .extracting(Flow::correlationId)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void runningNowCountsAsARunAndThrowsWhatTheJobThrows() {
        advance(ofMinutes(5));
        scheduler.runNow("sweep");
        assertThat(state().next()).isEqualTo(NOON.plus(ofMinutes(15)));

        sweep.does = () -> {
            throw new IllegalStateException("the broom broke");
        };
        assertThatIllegalStateException()
                .isThrownBy(() -> scheduler.runNow("sweep"))
                .withMessage("the broom broke");
    }

    @Test
    void aNameThatSeveralServicesUseNeedsTheServicesName() {
        scheduler.register(OTHER, _ -> sweep);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> scheduler.runNow("sweep"))
                .withMessageContaining("cleaner/sweep", "other/sweep");
        assertThatIllegalArgumentException().isThrownBy(() -> scheduler.runNow("no-such"));
        scheduler.runNow("other/sweep");
        assertThat(sweep.runs).hasValue(1);
    }

    private void advance(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
        scheduler.wake();
    }

    private ScheduleState state() {
        return scheduler.states().getFirst();
    }

    private static ServiceDefinition cleaner(String name) {
        return ServiceDefinition.named(name)
                .summary("Cleans.")
                .owner("test")
                .schedule("sweep", ofMinutes(10), Sweep.class)
                .build();
    }

    private static void awaitUninterruptibly(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(ofSeconds(30)).untilAsserted(assertion);
    }
}
