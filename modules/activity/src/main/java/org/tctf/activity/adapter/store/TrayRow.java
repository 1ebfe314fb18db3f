package org.tctf.activity.adapter.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.application.Notifications;

/** A tray as it is stored: each attribute appears when it is first written. */
record TrayRow(@Nullable Long unread, @Nullable String seenUpTo) {
    static final String UNREAD = "unread";
    static final String SEEN_UP_TO = "seenUpTo";

    Notifications.Tray tray() {
        return new Notifications.Tray(Objects.requireNonNullElse(unread, 0L), seenUpTo);
    }
}
