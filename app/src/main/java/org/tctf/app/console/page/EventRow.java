package org.tctf.app.console.page;

import org.tctf.app.console.trail.EventView;

/** An event as a line of a list. */
record EventRow(
        String id,
        String iso,
        String time,
        String type,
        int version,
        boolean versioned,
        String service,
        Badge status,
        int queues,
        String correlationId,
        String shortFlow) {

    static EventRow of(EventView event) {
        return new EventRow(
                event.id(),
                event.time().toString(),
                Text.time(event.time()),
                event.type(),
                event.version(),
                event.version() > 1,
                event.service(),
                Badge.of(event.status()),
                event.deliveries().size(),
                event.correlationId(),
                Text.shortId(event.correlationId()));
    }
}
