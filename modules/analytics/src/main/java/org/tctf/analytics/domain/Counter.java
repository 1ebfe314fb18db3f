package org.tctf.analytics.domain;

import java.time.LocalDate;
import org.jmolecules.ddd.annotation.ValueObject;

/**
 * One number: of a metric, in a period, in one part of it.
 *
 * @param period the first day of the day, week or month
 * @param part {@link #COUNT}; a currency; a funnel's step or a week after sign-up, two digits
 */
@ValueObject
public record Counter(String metric, LocalDate period, String part) {
    /** The part of a metric that has only one. */
    public static final String COUNT = "count";

    public static Counter of(String metric, LocalDate period) {
        return new Counter(metric, period, COUNT);
    }

    /** A part with a number. */
    public static Counter of(String metric, LocalDate period, int part) {
        return new Counter(metric, period, part(part));
    }

    /** How a numbered part is called. */
    public static String part(int number) {
        return "%02d".formatted(number);
    }
}
