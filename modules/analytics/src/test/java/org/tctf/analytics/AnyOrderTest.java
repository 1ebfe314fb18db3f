package org.tctf.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tctf.analytics.domain.Activity;
import org.tctf.analytics.domain.Funnel;
import org.tctf.analytics.domain.Granularity;
import org.tctf.analytics.domain.Metric;
import org.tctf.analytics.domain.Retention;
import org.tctf.kernel.Problem;
import org.tctf.kernel.event.Envelope;

/** Whatever the order, the repetitions and the concurrency in which facts arrive, the numbers are the same. */
class AnyOrderTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final LocalDate LAST = FIRST.plusDays(70);

    @Property(tries = 8)
    void shuffledAndRepeatedFactsGiveTheSameNumbers(@ForAll("facts") List<Envelope> facts, @ForAll long seed) {
        List<Envelope> chaos = shuffledWithRepeats(facts, new Random(seed));

        assertThat(numbersAfter(bench -> chaos.forEach(bench::arrive)))
                .isEqualTo(numbersAfter(bench -> facts.forEach(bench::arrive)));
    }

    @Property(tries = 6)
    void factsThatArriveAtOnceGiveTheSameNumbers(@ForAll("facts") List<Envelope> facts, @ForAll long seed) {
        List<Envelope> chaos = shuffledWithRepeats(facts, new Random(seed));

        assertThat(numbersAfter(bench -> arriveAtOnce(bench, chaos)))
                .isEqualTo(numbersAfter(bench -> facts.forEach(bench::arrive)));
    }

    @Property(tries = 6)
    void factsThatArriveDuringARebuildAreCountedOnceInIt(@ForAll("facts") List<Envelope> facts, @ForAll long seed) {
        List<Envelope> chaos = shuffledWithRepeats(facts, new Random(seed));
        int half = chaos.size() / 2;

        assertThat(numbersAfter(bench -> {
                    chaos.subList(0, half).forEach(bench::arrive);
                    bench.startRebuild();
                    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                        Future<?> replay = threads.submit(bench::work);
                        arriveAtOnce(bench, chaos.subList(half, chaos.size()));
                        await(replay);
                    }
                    assertThat(bench.rebuild().generations().serving()).isEqualTo(2);
                }))
                .isEqualTo(numbersAfter(bench -> facts.forEach(bench::arrive)));
    }

    @Provide
    Arbitrary<List<Envelope>> facts() {
        Arbitrary<String> members = Arbitraries.of("ada", "bob", "eve");
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 70).map(FIRST::plusDays);
        Arbitrary<Integer> kinds = Arbitraries.integers().between(0, 6);
        return Combinators.combine(kinds, members, days)
                .as((kind, member, day) -> switch (kind) {
                    case 0 -> Facts.signUpStarted(member, day);
                    case 1 -> Facts.signUpConfirmed(member, day);
                    case 2 -> Facts.userCreated(member, day);
                    case 3 -> Facts.profileCompleted(member, day);
                    case 4 -> Facts.postPublished(member, day);
                    case 5 -> Facts.paymentReceived("12.34", "EUR", day);
                    default -> Facts.signedIn(member, day);
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private static Map<String, Object> numbersAfter(Consumer<Bench> arrivals) {
        try (Bench bench = new Bench()) {
            arrivals.accept(bench);
            Map<String, Object> numbers = new HashMap<>();
            Stream.of(
                            Metric.ALL.stream().map(Metric::name),
                            Funnel.ALL.stream().map(Funnel::metric),
                            Stream.of(Granularity.values()).map(Activity::metric),
                            Stream.of(Retention.METRIC))
                    .flatMap(names -> names)
                    .forEach(name -> numbers.put(name, nonZero(bench.numbers().of(name, FIRST.minusDays(31), LAST))));
            return numbers;
        }
    }

    /** A counter that went up and down again is as good as one that was never there. */
    private static Map<String, Long> nonZero(Map<LocalDate, Map<String, Long>> counts) {
        Map<String, Long> flat = new HashMap<>();
        counts.forEach((period, parts) -> parts.forEach((part, amount) -> {
            if (amount != 0) {
                flat.put(period + "/" + part, amount);
            }
        }));
        return flat;
    }

    private static List<Envelope> shuffledWithRepeats(List<Envelope> facts, Random random) {
        List<Envelope> chaos = new ArrayList<>(facts);
        facts.stream().filter(fact -> random.nextBoolean()).forEach(chaos::add);
        Collections.shuffle(chaos, random);
        return chaos;
    }

    private static void arriveAtOnce(Bench bench, List<Envelope> facts) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> deliveries = new ArrayList<>();
            facts.forEach(fact -> deliveries.add(threads.submit(() -> untilDone(bench, fact))));
            deliveries.forEach(AnyOrderTest::await);
        }
    }

    /** As the queue does: what lost its races too often comes again. */
    private static void untilDone(Bench bench, Envelope fact) {
        while (true) {
            try {
                bench.arrive(fact);
                return;
            } catch (Problem lostRaces) {
                Thread.onSpinWait();
            }
        }
    }

    private static void await(Future<?> done) {
        try {
            done.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
