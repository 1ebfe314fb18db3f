package org.tctf.activity.adapter.store;

import static org.tctf.activity.ActivityService.TRAY;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.application.Notifications;
import org.tctf.kernel.table.Write;

/** A tray as it is stored: each attribute appears when it is first written. */
record TrayRow(
        @Nullable Long unread,
        @Nullable String seenUpTo,
        @Nullable Long revision) {
    static final String UNREAD = "unread";
    static final String REVISION = "revision";
    static final String SEEN_UP_TO = "seenUpTo";

    Notifications.Tray tray() {
        return new Notifications.Tray(
                Objects.requireNonNullElse(unread, 0L), seenUpTo, Objects.requireNonNullElse(revision, 0L));
    }

    /** So many more are unread; the revision says which of two counts is the newer one. */
    static Write counted(String memberId, long unread) {
        return new Write.Update(
                TRAY.key(memberId),
                Map.of(),
                Map.of(UNREAD, BigDecimal.valueOf(unread), REVISION, BigDecimal.ONE),
                null);
    }
}
