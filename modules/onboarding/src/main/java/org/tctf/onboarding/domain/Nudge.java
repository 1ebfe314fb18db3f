package org.tctf.onboarding.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A reminder of the steps that are still open. */
public enum Nudge {
    FIRST(3),
    SECOND(7);

    private final int days;

    Nudge(int days) {
        this.days = days;
    }

    /** Days from the start of the onboarding. */
    public int days() {
        return days;
    }

    Instant dueAt(Instant startedAt) {
        return startedAt.plus(Duration.ofDays(days));
    }

    /** The nudge that comes after this one, or first. */
    static Optional<Nudge> after(@Nullable Nudge last) {
        return Stream.of(values())
                .filter(nudge -> last == null || nudge.compareTo(last) > 0)
                .findFirst();
    }

    /** The latest nudge that is due; when two are, the earlier has missed its moment and nobody gets both at once. */
    static Optional<Nudge> latestDue(Instant startedAt, Instant now) {
        return Stream.of(values())
                .filter(nudge -> !nudge.dueAt(startedAt).isAfter(now))
                .reduce((earlier, later) -> later);
    }
}
