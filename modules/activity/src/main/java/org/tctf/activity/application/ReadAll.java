package org.tctf.activity.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.tctf.activity.domain.Notification;

/** Marks all notifications as read that there are now, not those that come meanwhile. */
@Singleton
public final class ReadAll {
    private final Notifications notifications;
    private final InstantSource clock;

    public ReadAll(Notifications notifications, InstantSource clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Says how many were unread. */
    public int read(String memberId) {
        List<Notification> newest = notifications.unread(memberId, 1, null).items();
        if (newest.isEmpty()) {
            return 0;
        }
        String upTo = newest.getFirst().id();
        int read = 0;
        List<String> some = notifications.oldestUnread(memberId, upTo);
        while (!some.isEmpty()) {
            read += notifications.read(memberId, some, clock.instant());
            some = notifications.oldestUnread(memberId, upTo);
        }
        return read;
    }
}
