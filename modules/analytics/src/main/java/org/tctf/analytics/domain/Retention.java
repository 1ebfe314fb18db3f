package org.tctf.analytics.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.stream.Stream;

/** How many of those who joined in a week were active in that week and in each of the 52 after it. */
public final class Retention {
    public static final String METRIC = "retention";

    /** The part that holds how many joined. */
    public static final String JOINED = "joined";

    /** Weeks after the cohort's own that are looked at. */
    public static final int WEEKS = 52;

    private Retention() {}

    static Stream<Counter> of(LocalDate joined, Collection<LocalDate> activeDays) {
        LocalDate cohort = Granularity.WEEK.startOf(joined);
        return Stream.concat(
                Stream.of(new Counter(METRIC, cohort, JOINED)),
                activeDays.stream()
                        .map(day -> (int) ChronoUnit.WEEKS.between(cohort, Granularity.WEEK.startOf(day)))
                        .filter(week -> week >= 0 && week <= WEEKS)
                        .distinct()
                        .map(week -> Counter.of(METRIC, cohort, week)));
    }
}
