package org.tctf.analytics.application;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tctf.analytics.domain.Activity;
import org.tctf.analytics.domain.Counter;
import org.tctf.analytics.domain.Metric;
import org.tctf.kernel.Problem;

/** A metric's numbers, period by period. */
@Singleton
public final class ReadMetric {

    /**
     * One line of a chart.
     *
     * @param unit {@code count}, or the currency that the amounts are minor units of
     * @param values by the period's first day; every period of the range is there
     */
    public record Series(String unit, Map<LocalDate, Long> values) {}

    private final Numbers numbers;

    public ReadMetric(Numbers numbers) {
        this.numbers = numbers;
    }

    /**
     * One series, or for money one for each currency that was used; by unit.
     *
     * @throws Problem {@code UNKNOWN_METRIC} with the names that there are
     */
    public List<Series> of(String name, Range range) {
        if (name.equals(Activity.NAME)) {
            return series(Activity.metric(range.granularity()), range, false);
        }
        Metric metric = Metric.ALL.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                                "UNKNOWN_METRIC", "There is no metric %s; use one of %s.".formatted(name, names()))
                        .at("/metric"));
        return series(metric.name(), range, metric.isMoney());
    }

    private List<Series> series(String counted, Range range, boolean isMoney) {
        Map<String, Map<LocalDate, Long>> byUnit = new TreeMap<>();
        if (!isMoney) {
            byUnit.put(Counter.COUNT, empty(range));
        }
        numbers.of(counted, range.from(), range.to())
                .forEach((day, parts) -> parts.forEach((unit, amount) -> byUnit.computeIfAbsent(unit, u -> empty(range))
                        .merge(range.granularity().startOf(day), amount, Long::sum)));
        return byUnit.entrySet().stream()
                .map(entry -> new Series(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Map<LocalDate, Long> empty(Range range) {
        Map<LocalDate, Long> zeros = new TreeMap<>();
        range.periods().forEach(start -> zeros.put(start, 0L));
        return zeros;
    }

    private static List<String> names() {
        return Stream.concat(Stream.of(Activity.NAME), Metric.ALL.stream().map(Metric::name))
                .sorted()
                .toList();
    }
}
