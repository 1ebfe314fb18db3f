package org.tctf.analytics.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;

/** Lengths of time that numbers are given for; each period is named by its first day, UTC. */
public enum Granularity {
    DAY {
        @Override
        public LocalDate startOf(LocalDate day) {
            return day;
        }

        @Override
        LocalDate next(LocalDate start) {
            return start.plusDays(1);
        }
    },
    /** Monday to Sunday (ISO 8601). */
    WEEK {
        @Override
        public LocalDate startOf(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        @Override
        LocalDate next(LocalDate start) {
            return start.plusWeeks(1);
        }
    },
    MONTH {
        @Override
        public LocalDate startOf(LocalDate day) {
            return day.withDayOfMonth(1);
        }

        @Override
        LocalDate next(LocalDate start) {
            return start.plusMonths(1);
        }
    };

    /** The first day of the period that a day is in. */
    public abstract LocalDate startOf(LocalDate day);

    abstract LocalDate next(LocalDate start);

    /** The last day of the period that a day is in. */
    public LocalDate endOf(LocalDate day) {
        return next(startOf(day)).minusDays(1);
    }

    /** The periods that the days from one to the other, both included, are in. */
    public List<LocalDate> periods(LocalDate from, LocalDate to) {
        return Stream.iterate(startOf(from), start -> !start.isAfter(to), this::next)
                .toList();
    }
}
