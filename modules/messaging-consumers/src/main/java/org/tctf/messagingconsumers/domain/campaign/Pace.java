package org.tctf.messagingconsumers.domain.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;

/**
 * How fast mails went in this minute and the one before: what was measured, throttle and all, not what was hoped for.
 *
 * @param minute that {@code now} counts, the start of it
 */
public record Pace(Instant minute, long now, long before) {
    private static final Duration LEAST = Duration.ofSeconds(1);

    static Pace from(Instant start) {
        return new Pace(start.truncatedTo(ChronoUnit.MINUTES), 0, 0);
    }

    Pace sent(Instant at) {
        Pace turned = turned(at);
        return new Pace(turned.minute, turned.now + 1, turned.before);
    }

    /** Mails a second; nothing when none went in this minute and the one before. */
    OptionalDouble perSecond(Instant began, Instant at) {
        Pace turned = turned(at);
        Instant from = turned.minute.minus(1, ChronoUnit.MINUTES);
        Duration measured = Duration.between(from.isBefore(began) ? began : from, at);
        long mails = turned.now + turned.before;
        return mails == 0 || measured.compareTo(LEAST) < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(mails * 1000.0 / measured.toMillis());
    }

    private Pace turned(Instant at) {
        Instant current = at.truncatedTo(ChronoUnit.MINUTES);
        if (!current.isAfter(minute)) {
            return this;
        }
        return new Pace(current, 0, current.minus(1, ChronoUnit.MINUTES).equals(minute) ? now : 0);
    }
}
