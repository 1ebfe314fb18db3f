package org.tctf.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.breaker.Breaker;
import org.tctf.kernel.breaker.Breaker.Attempt;
import org.tctf.kernel.breaker.Breaker.Circuit;
import org.tctf.kernel.breaker.BreakerStates;

/** What a {@link Breaker} promises over every {@link BreakerStates}. Each test has a provider of its own. */
public abstract class BreakerContract {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T12:00:00.123456789Z"));
    private final String provider = "provider-" + UUID.randomUUID();

    protected abstract BreakerStates states();

    @Test
    void aProviderThatWorksIsAsked() {
        for (int call = 0; call < 10; call++) {
            attempt(breaker()).succeeded();
        }
        assertThat(breaker().circuit()).isEqualTo(Circuit.CLOSED);
    }

    @Test
    void threeFailuresInARowOpenItWhicheverInstanceSawThem() {
        Breaker here = breaker();
        Breaker there = breaker();
        attempt(here).failed();
        attempt(there).failed();
        assertThat(here.circuit()).isEqualTo(Circuit.CLOSED);
        assertThat(here.failures()).isEqualTo(2);

        attempt(here).failed();

        assertThat(here.attempt()).isEmpty();
        assertThat(there.attempt()).isEmpty();
        assertThat(there.circuit()).isEqualTo(Circuit.OPEN);
    }

    @Test
    void aSuccessInBetweenStartsTheCountAgain() {
        Breaker breaker = breaker();
        attempt(breaker).failed();
        attempt(breaker).failed();
        attempt(breaker).succeeded();
        attempt(breaker).failed();
        attempt(breaker).failed();

        assertThat(breaker.attempt()).isPresent();
    }

    @Test
    void afterTenSecondsOneCallTriesItAndTheOthersWait() throws Exception {
        open();
        advance(Breaker.REST.minusMillis(1));
        assertThat(breaker().attempt()).isEmpty();

        advance(Duration.ofMillis(1));
        assertThat(breaker().circuit()).isEqualTo(Circuit.HALF_OPEN);

        assertThat(allAtOnce(20).stream().filter(Optional::isPresent)).hasSize(1);
        assertThat(breaker().circuit()).isEqualTo(Circuit.OPEN);
    }

    @Test
    void aTrialThatSucceedsClosesIt() {
        open();
        advance(Breaker.REST);

        attempt(breaker()).succeeded();

        assertThat(breaker().circuit()).isEqualTo(Circuit.CLOSED);
        assertThat(breaker().failures()).isZero();
        attempt(breaker()).failed();
        assertThat(breaker().attempt()).isPresent();
    }

    @Test
    void aTrialThatFailsLeavesItAloneAgain() {
        open();
        advance(Breaker.REST.plusSeconds(5));

        attempt(breaker()).failed();

        advance(Breaker.REST.minusMillis(1));
        assertThat(breaker().attempt()).isEmpty();
        advance(Duration.ofMillis(1));
        assertThat(breaker().attempt()).isPresent();
    }

    @Test
    void aTrialThatNeverEndsMakesRoomForAnother() {
        open();
        advance(Breaker.REST);
        Attempt lost = attempt(breaker());

        advance(Breaker.REST);
        Attempt second = attempt(breaker());
        lost.failed();
        assertThat(breaker().failures()).isEqualTo(Breaker.FAILURES);
        second.succeeded();

        assertThat(breaker().circuit()).isEqualTo(Circuit.CLOSED);
    }

    @Test
    void aCallFromBeforeItOpenedSaysNothingAboutNow() {
        Breaker breaker = breaker();
        attempt(breaker).failed();
        Attempt slow = attempt(breaker);
        attempt(breaker).failed();
        attempt(breaker).failed();

        slow.succeeded();

        assertThat(breaker.attempt()).isEmpty();
    }

    @Test
    void failuresAtTheSameMomentAllCount() throws Exception {
        List<Attempt> attempts = new ArrayList<>();
        for (int call = 0; call < Breaker.FAILURES; call++) {
            attempts.add(attempt(breaker()));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            attempts.forEach(attempt -> threads.execute(attempt::failed));
        }
        assertThat(breaker().attempt()).isEmpty();
    }

    @Test
    void providersDoNotKnowOfEachOther() {
        open();
        assertThat(new Breaker(provider + "-other", states(), now::get).attempt())
                .isPresent();
    }

    private void open() {
        for (int call = 0; call < Breaker.FAILURES; call++) {
            attempt(breaker()).failed();
        }
    }

    private List<Optional<Attempt>> allAtOnce(int calls) throws Exception {
        List<Optional<Attempt>> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Attempt>>> running = new ArrayList<>();
            for (int call = 0; call < calls; call++) {
                running.add(threads.submit(() -> breaker().attempt()));
            }
            for (Future<Optional<Attempt>> call : running) {
                results.add(call.get());
            }
        }
        return results;
    }

    private static Attempt attempt(Breaker breaker) {
        return breaker.attempt().orElseThrow();
    }

    /** As another instance of the service has it. */
    private Breaker breaker() {
        return new Breaker(provider, states(), now::get);
    }

    private void advance(Duration time) {
        now.updateAndGet(moment -> moment.plus(time));
    }
}
