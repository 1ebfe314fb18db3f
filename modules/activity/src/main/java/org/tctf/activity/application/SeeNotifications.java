package org.tctf.activity.application;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.activity.domain.Notification;

/** Notes that a member has looked at the list: all that are in it now are seen. */
@Singleton
public final class SeeNotifications {
    private final Notifications notifications;

    public SeeNotifications(Notifications notifications) {
        this.notifications = notifications;
    }

    public void see(String memberId) {
        List<Notification> newest = notifications.all(memberId, 1, null).items();
        if (!newest.isEmpty()) {
            notifications.seen(memberId, newest.getFirst().id());
        }
    }
}
