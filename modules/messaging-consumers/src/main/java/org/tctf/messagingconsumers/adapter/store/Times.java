package org.tctf.messagingconsumers.adapter.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Instants as they stand in sort keys: of one length, so that keys sort like instants. */
final class Times {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Times() {}

    static String key(Instant instant) {
        return MILLIS.format(instant);
    }
}
