package org.tctf.activity.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jmolecules.architecture.hexagonal.SecondaryPort;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.domain.Notification;
import org.tctf.kernel.table.Page;

/** Port: a member's notifications. Unread ones are counted in the writes that make and read them. */
@SecondaryPort
public interface Notifications {
    /** How many one write can mark. */
    int AT_ONCE = 30;

    /**
     * A member's tray.
     *
     * @param seenUpTo the newest notification when the member last looked
     * @param revision how often the count has changed: of two trays, the one with the higher is the newer
     */
    record Tray(long unread, @Nullable String seenUpTo, long revision) {
        public static final Tray EMPTY = new Tray(0, null, 0);
    }

    Tray tray(String memberId);

    /** Newest first. */
    Page<Notification> all(String memberId, int limit, @Nullable String cursor);

    /** Newest first. */
    Page<Notification> unread(String memberId, int limit, @Nullable String cursor);

    Optional<Notification> of(String memberId, String id);

    /** Marks those that are unread and says how many they were; at most {@link #AT_ONCE} ids. */
    int read(String memberId, Collection<String> ids, Instant at);

    /** The oldest unread ones, at most {@link #AT_ONCE}, none that is newer than the one named. */
    List<String> oldestUnread(String memberId, String upTo);

    void acted(String memberId, String id, Instant at);

    void seen(String memberId, String upTo);

    /** Takes those of a day out of the unread ones, without anybody having read them. */
    void dropUnreadOf(LocalDate day);
}
