package org.tctf.communication.adapter.carrier;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a server wants to be asked again (RFC 9110 §10.2.3), as far as our queues can wait. */
final class RetryAfter {
    /** What a queue can wait (SQS). */
    static final Duration LONGEST = Duration.ofMinutes(15);

    private RetryAfter() {}

    /** Nothing when it does not say, or nothing that makes sense: then the queue's own pauses do. */
    static Optional<Duration> of(@Nullable String header, Instant now) {
        return read(header, now)
                .filter(Duration::isPositive)
                .map(asked -> asked.compareTo(LONGEST) < 0 ? asked : LONGEST);
    }

    private static Optional<Duration> read(@Nullable String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        String said = header.strip();
        if (said.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(said)));
        }
        try {
            return Optional.of(Duration.between(
                    now,
                    ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()));
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
