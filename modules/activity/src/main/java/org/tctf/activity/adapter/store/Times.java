package org.tctf.activity.adapter.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times in sort keys: nanoseconds always written out, so that text sorts as time does. */
final class Times {
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Times() {}

    static String sortable(Instant time) {
        return SORTABLE.format(time);
    }
}
