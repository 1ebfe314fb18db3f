package org.tctf.app.console.trail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events are asked for; what is absent does not limit.
 *
 * @param service that published it, or whose queue got it
 * @param attributes {@code name=value}: of the envelope ({@code subject}, {@code actor}, {@code version} …), else a path
 *     into the payload ({@code plan}, {@code address.city})
 */
public record EventFilter(
        @Nullable String correlationId,
        @Nullable String type,
        @Nullable String service,
        @Nullable Instant from,
        @Nullable Instant to,
        List<String> attributes) {

    /** Every event. */
    public static final EventFilter ALL = new EventFilter(null, null, null, null, null, List.of());

    /** Every event of one flow. */
    public static EventFilter flow(String correlationId) {
        return new EventFilter(correlationId, null, null, null, null, List.of());
    }
}
