package org.tctf.app.console.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the console writes times, durations and sizes: this machine's zone, few digits, a unit always. */
final class Text {
    private static final ZoneId HERE = ZoneId.systemDefault();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(HERE);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH).withZone(HERE);

    private Text() {}

    /** To the millisecond today, with the day otherwise. */
    static String time(Instant at) {
        boolean isToday = LocalDate.ofInstant(at, HERE).equals(LocalDate.now(HERE));
        return (isToday ? TIME : DAY_AND_TIME).format(at);
    }

    static String millis(double millis) {
        if (millis < 10) {
            return "%.2f ms".formatted(millis);
        }
        if (millis < 1_000) {
            return "%.0f ms".formatted(millis);
        }
        return duration(Duration.ofNanos((long) (millis * 1_000_000)));
    }

    /** Its two largest units. */
    static String duration(Duration duration) {
        if (duration.toSeconds() < 1) {
            return duration.toMillis() + " ms";
        }
        if (duration.toMinutes() < 1) {
            return "%.1f s".formatted(duration.toMillis() / 1000.0);
        }
        if (duration.toHours() < 1) {
            return "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
        }
        return duration.toDays() < 1
                ? "%d h %d min".formatted(duration.toHours(), duration.toMinutesPart())
                : "%d days %d h".formatted(duration.toDays(), duration.toHoursPart());
    }

    static String megabytes(long bytes) {
        return "%d MB".formatted(bytes >> 20);
    }

    static String number(long number) {
        return "%,d".formatted(number).replace(',', '\u202f');
    }

    /** The end of an id: of ids made at one moment, the beginnings are alike. */
    static String shortId(String id) {
        return id.length() <= 10 ? id : "…" + id.substring(id.length() - 8);
    }

    static String query(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
