package org.tctf.analytics.application;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.tctf.analytics.domain.Granularity;
import org.tctf.kernel.Problem;

/**
 * The periods that a question is about: those that the days from one to the other, both included, are in. A week or
 * month that is only partly asked for is answered whole.
 */
public record Range(Granularity granularity, LocalDate from, LocalDate to) {
    /** A year of days, or any ten years. */
    private static final int MAX_DAYS = 3660;

    static final int MAX_PERIODS = 366;

    /** @throws Problem {@code INVALID_RANGE} when it ends before it begins or has more than 366 periods */
    public Range {
        if (to.isBefore(from)) {
            throw Problem.invalid("INVALID_RANGE", "from %s is after to %s; swap them.".formatted(from, to))
                    .at("/from");
        }
        if (ChronoUnit.DAYS.between(from, to) > MAX_DAYS
                || granularity.periods(from, to).size() > MAX_PERIODS) {
            throw Problem.invalid(
                            "INVALID_RANGE",
                            "%s to %s has more than %d periods or ten years; ask for less, or by week or month."
                                    .formatted(from, to, MAX_PERIODS))
                    .at("/from");
        }
        from = granularity.startOf(from);
        to = granularity.endOf(to);
    }

    /** First days, in order. */
    public List<LocalDate> periods() {
        return granularity.periods(from, to);
    }
}
