package org.tctf.pipeline.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * What came of a load test.
 *
 * @param micros of every answer, from when its request was due, not from when it left: a server that stalls is charged for
 *     all that had to wait meanwhile
 * @param lateMicros how late requests left, which is this machine's own fault
 * @param failures how many, by kind: an answer's status from 400 on, an exception, or not sent
 */
public record Result(Duration took, Histogram micros, Histogram lateMicros, Map<String, Long> failures) {

    /** From 0 to 1. */
    public double failureShare() {
        long all = micros.getTotalCount() + failures.getOrDefault(LoadTest.NOT_SENT, 0L);
        return all == 0
                ? 1
                : failures.values().stream().mapToLong(Long::longValue).sum() / (double) all;
    }

    /** Answers in each second, good ones and bad. */
    public double perSecond() {
        return micros.getTotalCount() / (took.toNanos() / 1e9);
    }

    public double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }

    /** What is worse than asked for, one sentence each; empty when the test is passed. */
    public List<String> broken(Duration p99, double failureShare) {
        List<String> broken = new ArrayList<>();
        if (millis(99) > p99.toMillis()) {
            broken.add("p99 is %.1f ms, at most %d are asked for".formatted(millis(99), p99.toMillis()));
        }
        if (failureShare() > failureShare) {
            broken.add("%.3f %% failed (%s), at most %.3f %% may"
                    .formatted(100 * failureShare(), kinds(), 100 * failureShare));
        }
        return broken;
    }

    /** As Markdown. */
    public String table() {
        return """
                | answers | per second | p50 ms | p90 ms | p99 ms | p99.9 ms | max ms | failed |
                |---|---|---|---|---|---|---|---|
                | %,d | %,.0f | %.1f | %.1f | %.1f | %.1f | %.1f | %s |

                Requests left late by %.1f ms at p99, %.1f ms at most; that is in the figures above.
                """.formatted(
                        micros.getTotalCount(),
                        perSecond(),
                        millis(50),
                        millis(90),
                        millis(99),
                        millis(99.9),
                        micros.getMaxValue() / 1e3,
                        failures.isEmpty() ? "none" : kinds(),
                        lateMicros.getValueAtPercentile(99) / 1e3,
                        lateMicros.getMaxValue() / 1e3);
    }

    private String kinds() {
        return failures.entrySet().stream()
                .map(kind -> "%s: %,d".formatted(kind.getKey(), kind.getValue()))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
