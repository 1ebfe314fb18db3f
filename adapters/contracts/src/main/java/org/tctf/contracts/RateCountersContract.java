package org.tctf.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.web.Quota;
import org.tctf.kernel.web.RateCounters;
import org.tctf.kernel.web.RateCounters.Standing;

/** What every {@link RateCounters} promises. Each test has buckets of its own. */
public abstract class RateCountersContract {
    private static final Quota THREE_A_MINUTE = new Quota("test", 3, Duration.ofMinutes(1));
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final String bucket = UUID.randomUUID().toString();

    protected abstract RateCounters counters();

    @Test
    void aWindowBeginsWithItsFirstRequestAndTakesAsManyAsSaid() {
        assertThat(count(NOON)).isEqualTo(new Standing(true, 2, Duration.ofSeconds(60)));
        assertThat(count(NOON.plusSeconds(10))).isEqualTo(new Standing(true, 1, Duration.ofSeconds(50)));
        assertThat(count(NOON.plusSeconds(59))).isEqualTo(new Standing(true, 0, Duration.ofSeconds(1)));
        assertThat(count(NOON.plusSeconds(59))).isEqualTo(new Standing(false, 0, Duration.ofSeconds(1)));
        assertThat(count(NOON.plusSeconds(60))).isEqualTo(new Standing(true, 2, Duration.ofSeconds(60)));
    }

    @Test
    void aRefusedRequestDoesNotCount() {
        for (int i = 0; i < 10; i++) {
            count(NOON);
        }

        Quota more = new Quota("test", 4, Duration.ofMinutes(1));
        assertThat(counters().count(bucket, more, NOON)).isEqualTo(new Standing(true, 0, Duration.ofSeconds(60)));
    }

    @Test
    void bucketsDoNotKnowOfEachOther() {
        for (int i = 0; i < 4; i++) {
            count(NOON);
        }

        assertThat(counters().count(bucket + "b", THREE_A_MINUTE, NOON).remaining())
                .isEqualTo(2);
    }

    @Test
    void concurrentRequestsAreCountedExactly() {
        Quota quota = new Quota("test", 50, Duration.ofMinutes(1));
        AtomicInteger allowed = new AtomicInteger();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                callers.execute(() -> {
                    if (counters().count(bucket, quota, NOON).isAllowed()) {
                        allowed.incrementAndGet();
                    }
                });
            }
        }

        assertThat(allowed).hasValue(50);
    }

    @Test
    void oneNewWindowBeginsHoweverManyRequestsComeAtItsSeam() {
        Quota quota = new Quota("test", 50, Duration.ofMinutes(1));
        counters().count(bucket, quota, NOON);
        Instant later = NOON.plusSeconds(61);
        AtomicInteger allowed = new AtomicInteger();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                callers.execute(() -> {
                    if (counters().count(bucket, quota, later).isAllowed()) {
                        allowed.incrementAndGet();
                    }
                });
            }
        }

        assertThat(allowed).hasValue(50);
    }

    private Standing count(Instant now) {
        return counters().count(bucket, THREE_A_MINUTE, now);
    }
}
