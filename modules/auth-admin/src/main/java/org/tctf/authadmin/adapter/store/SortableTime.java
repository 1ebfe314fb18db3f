package org.tctf.authadmin.adapter.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Instants as texts that sort as they do: nanoseconds always written out. */
final class SortableTime {
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private SortableTime() {}

    static String of(Instant instant) {
        return SORTABLE.format(instant);
    }
}
