package org.tctf.bus;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tctf.kernel.event.RetryPolicy;
import org.tctf.sqlite.SqliteOutbox;
import org.tctf.sqlite.StorageException;

/** What a crash costs: time, and nothing else. */
class CrashTest {
    private static final BusOptions QUICK = BusOptions.defaults().retrying(new RetryPolicy(ofMillis(5), ofMillis(50)));

    @TempDir
    Path folder;

    private final Parcels parcels = new Parcels();

    @Test
    void aCrashInTheMiddleOfABurstLosesNothingAndRepeatsNothing() {
        List<String> acknowledged = new ArrayList<>();
        EmbeddedPlatform first = boot();
        AtomicInteger deliveries = new AtomicInteger();
        Parcels.Script count = parcels.west.does;
        parcels.west.does = (parcel, envelope) -> {
            count.on(parcel, envelope);
            if (deliveries.incrementAndGet() == 500) {
                first.crash();
            }
        };
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> {
            for (int i = 0; ; i++) {
                Parcels.send(first, "p" + i);
                acknowledged.add("p" + i);
            }
        });

        try (EmbeddedPlatform second = boot()) {
            eventually(() -> assertThat(second.bus().isQuiet()).isTrue());

            List<String> sent = Parcels.sent(second);
            assertThat(sent).containsAll(acknowledged);
            assertOnceInEachLane(second, sent);
            assertThat(second.bus().counts().stream().mapToLong(QueueCounts::deadLettered))
                    .containsOnly(0L);
        }
    }

    @Test
    void aCrashBetweenStoringAMessageAndForgettingItInTheOutboxMakesDuplicatesThatTheInboxAbsorbs() {
        try (EmbeddedPlatform platform =
                EmbeddedPlatform.in(folder, QUICK, parcels.consumers(), Parcels.SENDER, Parcels.DEPOT)) {
            parcels.countIn(platform);
            Parcels.named(100).forEach(parcel -> Parcels.send(platform, parcel));
            // What the relay does before the crash; and, a moment later, what it cannot do any more.
            platform.bus()
                    .publish(platform.outbox(Parcels.SENDER).after(0, 100).stream()
                            .map(SqliteOutbox.Entry::message)
                            .toList());

            platform.started();

            eventually(() -> assertThat(platform.bus().isQuiet()).isTrue());
            assertOnceInEachLane(platform, Parcels.named(100));
        }
    }

    @Test
    void whatWaitsForARetryWaitsOnAfterARestart() {
        EmbeddedPlatform first = boot();
        parcels.north.does = (_, _) -> {
            throw new IllegalStateException("not yet");
        };
        Parcels.send(first, "p1");
        eventually(() -> assertThat(parcels.north.seen).hasSizeGreaterThan(1));
        first.close();
        int attempts = parcels.north.seen.size();

        try (EmbeddedPlatform second = boot()) {
            parcels.north.does = (_, _) -> {
                throw new IllegalStateException("still not");
            };
            eventually(() -> assertThat(deadLetters(second)).singleElement().satisfies(letter -> {
                assertThat(letter.attempts()).isEqualTo(5);
                assertThat(parcels.north.seen.size()).isBetween(5, 5 + attempts);
            }));
        }
    }

    @Test
    void aMessageThatKillsTheProcessIsADeadLetterAfterAsManyRestartsAsItMayBeReceived() {
        AtomicInteger deaths = new AtomicInteger();
        EmbeddedPlatform platform = bootDeadly(deaths);
        Parcels.send(platform, "deadly");
        // The first death is only counted if the message had been stored by then.
        for (int life = 1; life <= 6 && !isDead(platform); life++) {
            int died = life;
            EmbeddedPlatform dying = platform;
            eventually(() -> assertThat(deaths.get() >= died || isDead(dying)).isTrue());
            platform.crash();
            platform = bootDeadly(deaths);
        }

        try (EmbeddedPlatform survivor = platform) {
            eventually(() -> assertThat(deadLetters(survivor)).singleElement().satisfies(letter -> {
                assertThat(letter.queue()).isEqualTo(Parcels.NORTH);
                assertThat(letter.attempts()).isEqualTo(5);
                assertThat(letter.error()).contains("the process ended");
            }));
            assertThat(deaths).hasValueBetween(5, 6);
        }
    }

    @Test
    void elevenProcessesKilledUnderLoadLeaveOneEffectOfEveryCommittedFact() throws IOException, InterruptedException {
        Random random = new Random();
        Set<String> acknowledged = new HashSet<>();
        for (int life = 0; life < 11; life++) {
            Process process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledProcess.class.getName(),
                            folder.toString(),
                            "life" + life)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader lines = process.inputReader()) {
                long end = 0;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    acknowledged.add(line);
                    if (end == 0) {
                        end = System.nanoTime()
                                + ofMillis(50 + random.nextInt(400)).toNanos();
                    }
                    if (System.nanoTime() > end) {
                        process.toHandle().destroyForcibly();
                    }
                }
            }
            process.waitFor();
        }

        try (EmbeddedPlatform survivor = boot()) {
            await().atMost(ofSeconds(60)).until(() -> survivor.bus().isQuiet());

            List<String> sent = Parcels.sent(survivor);
            assertThat(sent).containsAll(acknowledged);
            assertThat(acknowledged).hasSizeGreaterThan(100);
            assertOnceInEachLane(survivor, sent);
            assertThat(deadLetters(survivor)).isEmpty();
        }
    }

    /** Sends as fast as it can, says what was committed, and never ends by itself. */
    static final class KilledProcess {
        private KilledProcess() {}

        public static void main(String[] arguments) {
            Parcels parcels = new Parcels();
            EmbeddedPlatform platform = EmbeddedPlatform.in(
                    Path.of(arguments[0]), QUICK, parcels.consumers(), Parcels.SENDER, Parcels.DEPOT);
            parcels.countIn(platform);
            platform.started();
            for (int sender = 0; sender < 4; sender++) {
                String prefix = arguments[1] + "-" + sender + "-";
                Thread.ofPlatform().start(() -> {
                    for (int i = 0; ; i++) {
                        Parcels.send(platform, prefix + i);
                        System.out.println(prefix + i);
                    }
                });
            }
        }
    }

    private EmbeddedPlatform boot() {
        EmbeddedPlatform platform =
                EmbeddedPlatform.in(folder, QUICK, parcels.consumers(), Parcels.SENDER, Parcels.DEPOT);
        parcels.countIn(platform);
        return platform.started();
    }

    /** Its first lane comes as near to the process's death as one process can: nothing done from there on is kept. */
    private EmbeddedPlatform bootDeadly(AtomicInteger deaths) {
        EmbeddedPlatform platform =
                EmbeddedPlatform.in(folder, QUICK, parcels.consumers(), Parcels.SENDER, Parcels.DEPOT);
        parcels.countIn(platform);
        parcels.north.does = (_, _) -> {
            platform.crash();
            deaths.incrementAndGet();
        };
        return platform.started();
    }

    private static boolean isDead(EmbeddedPlatform platform) {
        try {
            return !deadLetters(platform).isEmpty();
        } catch (StorageException crashed) {
            return false;
        }
    }

    private static void assertOnceInEachLane(EmbeddedPlatform platform, List<String> sent) {
        Map<String, Integer> once = sent.stream().collect(Collectors.toMap(parcel -> parcel, _ -> 1));
        for (String lane : Parcels.LANES) {
            assertThat(Parcels.counted(platform, lane)).isEqualTo(once);
        }
    }

    private static List<DeadLetter> deadLetters(EmbeddedPlatform platform) {
        return platform.bus().deadLetters().list(null, 100, null).items();
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(ofSeconds(30)).pollInterval(ofMillis(10)).untilAsserted(assertion);
    }
}
