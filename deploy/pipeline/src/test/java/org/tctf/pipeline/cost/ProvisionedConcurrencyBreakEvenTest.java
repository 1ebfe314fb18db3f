package org.tctf.pipeline.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ProvisionedConcurrencyBreakEvenTest {

    @Test
    void byTheCommittedPricesAnEnvironmentHasToBeBusyForThreeFifthsOfTheTime() throws IOException {
        ProvisionedConcurrencyBreakEven breakEven =
                ProvisionedConcurrencyBreakEven.of(PriceList.read(Path.of("prices.json")));
        assertThat(breakEven.utilisation()).isEqualTo(0.6, within(0.001));
        assertThat(breakEven.requestsPerSecond(Duration.ofMillis(20))).isEqualTo(30, within(0.1));
    }

    @Test
    void whereWorkIsNoCheaperInAKeptOneItNeverPays() {
        ProvisionedConcurrencyBreakEven never = new ProvisionedConcurrencyBreakEven(1, 0.1, 1);
        assertThat(never.utilisation()).isInfinite();
        assertThat(never.environments(new int[] {5, 5, 5})).isZero();
    }

    @Property
    void justBelowTheBreakEvenOnDemandIsCheaperAndJustAboveItIsNot(
            @ForAll @DoubleRange(min = 0.01, max = 10) double onDemand,
            @ForAll @DoubleRange(min = 0.01, max = 10) double kept,
            @ForAll @DoubleRange(min = 0, max = 10) double ready) {
        ProvisionedConcurrencyBreakEven breakEven = new ProvisionedConcurrencyBreakEven(onDemand, kept, ready);
        Assume.that(breakEven.utilisation() < 0.99);
        double below = breakEven.utilisation() * 0.999;
        double above = breakEven.utilisation() * 1.001;
        assertThat(kept + below * ready).isGreaterThan(below * onDemand);
        assertThat(kept + above * ready).isLessThan(above * onDemand);
    }

    @Property
    void theNumberToKeepIsTheCheapestOfAllThatWereTried(
            @ForAll @DoubleRange(min = 0.01, max = 10) double onDemand,
            @ForAll @DoubleRange(min = 0.01, max = 10) double kept,
            @ForAll @DoubleRange(min = 0, max = 10) double ready,
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 40) Integer> samples) {
        int[] busy = samples.stream().mapToInt(Integer::intValue).toArray();
        ProvisionedConcurrencyBreakEven breakEven = new ProvisionedConcurrencyBreakEven(onDemand, kept, ready);
        double cheapest = IntStream.rangeClosed(0, 41)
                .mapToDouble(environments -> breakEven.cost(busy, environments))
                .min()
                .orElseThrow();
        assertThat(breakEven.cost(busy, breakEven.environments(busy))).isEqualTo(cheapest, within(cheapest * 1e-9));
    }
}
