package org.tctf.analytics.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tctf.analytics.domain.Counter;
import org.tctf.analytics.domain.Granularity;
import org.tctf.analytics.domain.Retention;

/** How many of each week's new members came back in each week after. */
@Singleton
public final class ReadRetention {

    /**
     * Those who joined in one week.
     *
     * @param week its Monday
     * @param active how many were active in that week, in the next …, up to this week or the 52nd after
     */
    public record Cohort(LocalDate week, long joined, List<Long> active) {}

    private final Numbers numbers;
    private final InstantSource clock;

    public ReadRetention(Numbers numbers, InstantSource clock) {
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Weeks in which nobody joined are there too, with zero. */
    public List<Cohort> of(Range range) {
        var cohorts = numbers.of(Retention.METRIC, range.from(), range.to());
        return range.periods().stream()
                .map(week -> cohort(week, cohorts.getOrDefault(week, Map.of())))
                .toList();
    }

    private Cohort cohort(LocalDate week, Map<String, Long> parts) {
        LocalDate thisWeek = Granularity.WEEK.startOf(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        int weeks = (int) Math.clamp(ChronoUnit.WEEKS.between(week, thisWeek), -1, Retention.WEEKS);
        return new Cohort(
                week,
                parts.getOrDefault(Retention.JOINED, 0L),
                IntStream.rangeClosed(0, weeks)
                        .mapToObj(offset -> parts.getOrDefault(Counter.part(offset), 0L))
                        .toList());
    }
}
