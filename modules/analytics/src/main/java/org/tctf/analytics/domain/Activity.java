package org.tctf.analytics.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Stream;

/** Members who did something, each counted once a day, once a week and once a month. */
public final class Activity {
    public static final String NAME = "active-members";

    private Activity() {}

    /** The metric of one granularity; unlike sums, the distinct members of a week are not those of its days added. */
    public static String metric(Granularity granularity) {
        return NAME + "." + granularity.name().toLowerCase(Locale.ROOT);
    }

    static Stream<Counter> of(Collection<LocalDate> activeDays) {
        return Stream.of(Granularity.values())
                .flatMap(granularity -> activeDays.stream()
                        .map(granularity::startOf)
                        .distinct()
                        .map(start -> Counter.of(metric(granularity), start)));
    }
}
