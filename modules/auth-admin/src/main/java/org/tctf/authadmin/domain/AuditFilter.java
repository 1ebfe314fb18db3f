package org.tctf.authadmin.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;

/**
 * Which entries are looked for; what is absent does not matter.
 *
 * @param from inclusive
 * @param to inclusive
 */
public record AuditFilter(
        @Nullable String memberId,
        @Nullable String actor,
        @Nullable String type,
        Instant from,
        Instant to) {

    /** @throws Problem {@code INVALID_TIME_RANGE} when it is none, or more than one day of everything */
    public AuditFilter {
        if (from.isAfter(to)) {
            throw Problem.invalid("INVALID_TIME_RANGE", "The time 'from' is after 'to'; swap them.")
                    .at("/from");
        }
        boolean isOfAll = memberId == null && actor == null && type == null;
        if (isOfAll && !day(from).equals(day(to))) {
            throw Problem.invalid(
                            "INVALID_TIME_RANGE",
                            "Without a member, an actor or a type, ask for one day (UTC) at a time.")
                    .at("/from");
        }
    }

    /** With the widest range that these filters may have, where nothing else is said. */
    public static AuditFilter of(
            @Nullable String memberId,
            @Nullable String actor,
            @Nullable String type,
            @Nullable Instant from,
            @Nullable Instant to,
            Instant now) {
        Instant end = to == null ? now.plus(Duration.ofMinutes(1)) : to;
        boolean isOfAll = memberId == null && actor == null && type == null;
        Instant start = isOfAll ? day(end) : Instant.EPOCH;
        return new AuditFilter(memberId, actor, type, from == null ? start : from, end);
    }

    public boolean fits(AuditEntry entry) {
        return (memberId == null || memberId.equals(entry.memberId()))
                && (actor == null || actor.equals(entry.actor()))
                && (type == null || type.equals(entry.type()));
    }

    private static Instant day(Instant time) {
        return time.atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
