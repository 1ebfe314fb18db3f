package org.tctf.kernel.event;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    @Property
    void aPauseIsBetweenNothingAndItsCeiling(
            @ForAll @IntRange(min = 1, max = 1_000_000) int failures, @ForAll long seed) {
        Duration pause = RetryPolicy.DEFAULT.pause(failures, new Random(seed));

        assertThat(pause).isBetween(Duration.ZERO, RetryPolicy.DEFAULT.ceiling(failures));
    }

    @Property
    void ceilingsDoubleUntilTheyReachTheCap(
            @ForAll @LongRange(min = 1, max = 3_600_000) long base,
            @ForAll @LongRange(min = 0, max = 86_400_000) long more,
            @ForAll @IntRange(min = 1, max = 62) int failures) {
        RetryPolicy policy = new RetryPolicy(Duration.ofMillis(base), Duration.ofMillis(base + more));

        Duration expected = failures < 28 ? Duration.ofMillis(base << (failures - 1)) : policy.cap();
        assertThat(policy.ceiling(failures)).isEqualTo(expected.compareTo(policy.cap()) < 0 ? expected : policy.cap());
    }

    @Test
    void theDefaultGrowsFromASecondToFiveMinutes() {
        assertThat(IntStream.rangeClosed(1, 11).mapToObj(RetryPolicy.DEFAULT::ceiling))
                .startsWith(ofSeconds(1), ofSeconds(2), ofSeconds(4), ofSeconds(8))
                .endsWith(ofSeconds(256), ofMinutes(5), ofMinutes(5));
    }

    @Test
    void jitterIsFullEachPartOfTheRangeIsAsLikelyAsAnyOther() {
        Random random = new Random(42);
        int[] tenths = new int[10];
        for (int i = 0; i < 100_000; i++) {
            long pause = RetryPolicy.DEFAULT.pause(4, random).toNanos();
            tenths[(int) Math.min(9, pause * 10 / ofSeconds(8).toNanos())]++;
        }
        assertThat(IntStream.of(tenths).boxed())
                .allSatisfy(count -> assertThat(count).isCloseTo(10_000, within(500)));
    }

    @Test
    void aPolicyWithoutGrowthIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(ofSeconds(2), ofSeconds(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(Duration.ZERO, ofSeconds(1)));
    }
}
