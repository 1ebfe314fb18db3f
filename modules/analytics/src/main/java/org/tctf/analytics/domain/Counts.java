package org.tctf.analytics.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jmolecules.ddd.annotation.ValueObject;

/** Amounts by counter; what is not there is zero, and zeros are not there. */
@ValueObject
public record Counts(Map<Counter, Long> byCounter) {
    public static final Counts NONE = new Counts(Map.of());

    public Counts {
        byCounter = Map.copyOf(byCounter);
    }

    public static Counts of(Counter counter, long amount) {
        return amount == 0 ? NONE : new Counts(Map.of(counter, amount));
    }

    /** One for each. */
    public static Counts each(Stream<Counter> counters) {
        return new Counts(counters.collect(Collectors.toMap(counter -> counter, counter -> 1L, Long::sum)));
    }

    public Counts plus(Counts other) {
        return combined(other, 1);
    }

    public Counts minus(Counts other) {
        return combined(other, -1);
    }

    private Counts combined(Counts other, int sign) {
        Map<Counter, Long> sum = new HashMap<>(byCounter);
        other.byCounter.forEach((counter, amount) -> sum.merge(counter, sign * amount, Long::sum));
        sum.values().removeIf(amount -> amount == 0);
        return new Counts(sum);
    }
}
