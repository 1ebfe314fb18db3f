package org.tctf.activity.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * Something a member did, or that happened to their account.
 *
 * @param id the event's
 */
@ValueObject
public record LogEntry(
        String id,
        String memberId,
        String template,
        Category category,
        Instant at,
        @Nullable String about,
        Map<String, String> words) {
    /** How long it is kept. */
    public static final Duration KEPT = Duration.ofDays(365);
}
