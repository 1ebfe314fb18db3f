package org.tctf.app.console.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.app.console.trail.EventView;

/**
 * An event with everything that is known of it.
 *
 * @param offset how long after the flow's beginning
 * @param depth how many events lie between it and the flow's first, at most 4
 */
record EventCard(
        String id,
        String type,
        int version,
        boolean versioned,
        String service,
        String iso,
        String time,
        String offset,
        int depth,
        Badge status,
        List<Way> ways,
        String payload,
        String subject,
        long aggregateVersion,
        String actor,
        String correlationId,
        @Nullable String causationId,
        List<String> effects,
        @Nullable String traceparent,
        boolean open) {

    static EventCard of(EventView event, Instant begin, int depth, List<String> effects, boolean open) {
        Duration since = Duration.between(begin, event.time());
        return new EventCard(
                event.id(),
                event.type(),
                event.version(),
                event.version() > 1,
                event.service(),
                event.time().toString(),
                Text.time(event.time()),
                since.isZero() ? "" : "+" + Text.millis(since.toNanos() / 1_000_000.0),
                Math.min(depth, 4),
                Badge.of(event.status()),
                event.deliveries().stream().map(Way::of).toList(),
                Text.json(event.payload()),
                event.subject(),
                event.aggregateVersion(),
                event.actor(),
                event.correlationId(),
                event.causationId(),
                effects,
                event.traceparent(),
                open);
    }

    boolean hasWays() {
        return !ways.isEmpty();
    }

    boolean hasEffects() {
        return !effects.isEmpty();
    }
}
