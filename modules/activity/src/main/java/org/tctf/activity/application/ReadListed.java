package org.tctf.activity.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;

/** Marks several notifications as read: those that are this member's and unread. */
@Singleton
public final class ReadListed {
    private final Notifications notifications;
    private final InstantSource clock;

    public ReadListed(Notifications notifications, InstantSource clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    /** Says how many were unread. */
    public int read(String memberId, List<String> ids) {
        List<String> distinct = ids.stream().distinct().toList();
        int read = 0;
        for (int from = 0; from < distinct.size(); from += Notifications.AT_ONCE) {
            int to = Math.min(from + Notifications.AT_ONCE, distinct.size());
            read += notifications.read(memberId, distinct.subList(from, to), clock.instant());
        }
        return read;
    }
}
