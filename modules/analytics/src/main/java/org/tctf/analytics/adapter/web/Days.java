package org.tctf.analytics.adapter.web;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tctf.analytics.application.Range;
import org.tctf.analytics.domain.Granularity;
import org.tctf.kernel.Problem;

/** Reads what a request says about time. */
@Singleton
final class Days {
    private final InstantSource clock;

    Days(InstantSource clock) {
        this.clock = clock;
    }

    /** @param days how many, up to {@code to} or today, when the request does not say from when */
    Range range(@Nullable String granularity, @Nullable String from, @Nullable String to, int days) {
        LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : day("to", to);
        LocalDate first = from == null ? last.minusDays(days - 1L) : day("from", from);
        return new Range(granularity(granularity), first, last);
    }

    private static LocalDate day(String parameter, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw Problem.invalid(
                            "INVALID_DATE",
                            "%s is '%.40s'; write a day as 2026-11-20 (ISO 8601).".formatted(parameter, text))
                    .at("/" + parameter);
        }
    }

    private static Granularity granularity(@Nullable String text) {
        return switch (text == null ? "day" : text.toLowerCase(Locale.ROOT)) {
            case "day" -> Granularity.DAY;
            case "week" -> Granularity.WEEK;
            case "month" -> Granularity.MONTH;
            default ->
                throw Problem.invalid(
                                "INVALID_GRANULARITY",
                                "granularity is '%.40s'; use day, week or month.".formatted(text))
                        .at("/granularity");
        };
    }
}
