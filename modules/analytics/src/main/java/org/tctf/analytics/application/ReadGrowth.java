package org.tctf.analytics.application;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tctf.analytics.domain.Counter;
import org.tctf.analytics.domain.Metric;

/** How membership grew, period by period. */
@Singleton
public final class ReadGrowth {

    /**
     * One period.
     *
     * @param total members at its end
     */
    public record Period(LocalDate start, long joined, long left, long total) {}

    private static final LocalDate BEGINNING = LocalDate.EPOCH;

    private final Numbers numbers;
    private final ReadMetric metrics;

    public ReadGrowth(Numbers numbers, ReadMetric metrics) {
        this.numbers = numbers;
        this.metrics = metrics;
    }

    public List<Period> of(Range range) {
        Map<LocalDate, Long> joined =
                metrics.of(Metric.SIGN_UPS, range).getFirst().values();
        Map<LocalDate, Long> left =
                metrics.of(Metric.MEMBERS_ERASED, range).getFirst().values();
        long total = before(Metric.SIGN_UPS, range) - before(Metric.MEMBERS_ERASED, range);
        List<Period> periods = new ArrayList<>();
        for (LocalDate start : range.periods()) {
            long in = joined.getOrDefault(start, 0L);
            long out = left.getOrDefault(start, 0L);
            total += in - out;
            periods.add(new Period(start, in, out, total));
        }
        return periods;
    }

    private long before(String metric, Range range) {
        return numbers.of(metric, BEGINNING, range.from().minusDays(1)).values().stream()
                .mapToLong(parts -> parts.getOrDefault(Counter.COUNT, 0L))
                .sum();
    }
}
