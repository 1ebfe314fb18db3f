package org.tctf.app.console.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
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

    private static final ObjectWriter JSON = new ObjectMapper()
            .writer(new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER)));

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

    /** A dash where nothing was measured. */
    static String someMillis(double millis) {
        return millis == 0 ? "–" : millis(millis);
    }

    /** Its two largest units, the second only if there is any of it. */
    static String duration(Duration duration) {
        if (duration.toSeconds() < 1) {
            return duration.toMillis() + " ms";
        }
        if (duration.toMinutes() < 1) {
            return "%.1f s".formatted(duration.toMillis() / 1000.0);
        }
        if (duration.toHours() < 1) {
            return units(duration.toMinutes(), "min", duration.toSecondsPart(), "s");
        }
        return duration.toDays() < 1
                ? units(duration.toHours(), "h", duration.toMinutesPart(), "min")
                : units(duration.toDays(), "d", duration.toHoursPart(), "h");
    }

    private static String units(long large, String unit, int small, String smallUnit) {
        return large + " " + unit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }

    /** Indented as people write it: no space before a colon. */
    static String json(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a JSON tree that cannot be written", impossible);
        }
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
