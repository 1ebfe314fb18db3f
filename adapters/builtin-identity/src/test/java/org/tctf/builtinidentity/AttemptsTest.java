package org.tctf.builtinidentity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AttemptsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void theFifthFailureLocks() {
        assertThat(failed(4, NOON).isLockedAt(NOON)).isFalse();
        assertThat(failed(5, NOON).lockedUntil()).isEqualTo(NOON.plus(Attempts.LOCK));
    }

    @Test
    void aTryThatIsWithdrawnWasNone() {
        Attempts four = failed(4, NOON);
        Attempts withdrawn = four.failedAt(NOON).withdrawn(four);
        assertThat(withdrawn.isLockedAt(NOON)).isFalse();
        assertThat(withdrawn.failures()).isEqualTo(4);
        assertThat(withdrawn.version()).isEqualTo(four.version() + 2);
    }

    @Test
    void afterTheLockCountingStartsAnew() {
        Instant after = NOON.plus(Attempts.LOCK);
        Attempts first = failed(5, NOON).failedAt(after);
        assertThat(first.failures()).isEqualTo(1);
        assertThat(first.isLockedAt(after)).isFalse();
    }

    @Test
    void failuresAreForgottenAfterTheTimeOfALock() {
        assertThat(failed(4, NOON)
                        .failedAt(NOON.plus(Attempts.LOCK).minus(Duration.ofNanos(1)))
                        .lockedUntil())
                .isNotNull();
        assertThat(failed(4, NOON).failedAt(NOON.plus(Attempts.LOCK)).failures())
                .isEqualTo(1);
    }

    private static Attempts failed(int times, Instant at) {
        Attempts attempts = Attempts.NONE;
        for (int i = 0; i < times; i++) {
            attempts = attempts.failedAt(at);
        }
        return attempts;
    }
}
