package org.tctf.activity.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * Something a member is told. It keeps ids, not names and sentences: those are put in when it is shown, in the
 * language and by the names of that moment, and a name that was erased is gone from here too.
 *
 * @param people who did it: the last three
 * @param count how many did it
 * @param about what it was done to
 * @param quiet whether it came in quiet hours, and should not disturb
 */
@AggregateRoot
public record Notification(
        @Identity String id,
        String memberId,
        String template,
        Category category,
        List<String> people,
        long count,
        @Nullable String about,
        Map<String, String> words,
        boolean quiet,
        Instant createdAt,
        @Nullable Instant readAt,
        @Nullable Instant actedAt) {
    /** How long it is kept. */
    public static final Duration KEPT = Duration.ofDays(90);

    /** How many of the people are kept by id. */
    public static final int PEOPLE = 3;

    /** Whether it may be pushed, if it is not seen soon. */
    public boolean mayDisturb() {
        return !quiet && category.isPushed();
    }
}
