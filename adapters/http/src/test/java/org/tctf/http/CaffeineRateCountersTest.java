package org.tctf.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CaffeineRateCountersTest {
    private static final Quota THREE_A_MINUTE = new Quota("test", 3, Duration.ofMinutes(1));
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final CaffeineRateCounters counters = new CaffeineRateCounters();

    @Test
    void aWindowBeginsWithItsFirstRequestAndTakesAsManyAsSaid() {
        assertThat(counters.count("a", THREE_A_MINUTE, NOON))
                .isEqualTo(new RateCounters.Standing(true, 2, Duration.ofSeconds(60)));
        assertThat(counters.count("a", THREE_A_MINUTE, NOON.plusSeconds(10)).resetsIn())
                .isEqualTo(Duration.ofSeconds(50));
        assertThat(counters.count("a", THREE_A_MINUTE, NOON.plusSeconds(59)).isAllowed())
                .isTrue();
        assertThat(counters.count("a", THREE_A_MINUTE, NOON.plusSeconds(59)).isAllowed())
                .isFalse();
        assertThat(counters.count("a", THREE_A_MINUTE, NOON.plusSeconds(60)).isAllowed())
                .isTrue();
    }

    @Test
    void bucketsDoNotKnowOfEachOther() {
        for (int i = 0; i < 4; i++) {
            counters.count("a", THREE_A_MINUTE, NOON);
        }

        assertThat(counters.count("b", THREE_A_MINUTE, NOON).remaining()).isEqualTo(2);
    }

    @Test
    void lookingDoesNotCount() {
        counters.count("a", THREE_A_MINUTE, NOON);

        assertThat(counters.look("a", THREE_A_MINUTE, NOON).remaining()).isEqualTo(2);
        assertThat(counters.look("a", THREE_A_MINUTE, NOON).remaining()).isEqualTo(2);
    }

    @Test
    void concurrentRequestsAreCountedExactly() {
        Quota quota = new Quota("test", 500, Duration.ofMinutes(1));
        AtomicInteger allowed = new AtomicInteger();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2000; i++) {
                callers.execute(() -> {
                    if (counters.count("a", quota, NOON).isAllowed()) {
                        allowed.incrementAndGet();
                    }
                });
            }
        }

        assertThat(allowed).hasValue(500);
    }
}
