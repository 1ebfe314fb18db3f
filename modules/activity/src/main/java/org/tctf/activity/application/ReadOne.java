package org.tctf.activity.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.tctf.activity.domain.Notification;
import org.tctf.kernel.Problem;

/** Marks a notification as read. Reading it again changes nothing. */
@Singleton
public final class ReadOne {
    private final Notifications notifications;
    private final InstantSource clock;

    public ReadOne(Notifications notifications, InstantSource clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    /** @throws Problem {@code NOTIFICATION_NOT_FOUND} when this member has no such notification */
    public void read(String memberId, String id) {
        require(notifications, memberId, id);
        notifications.read(memberId, List.of(id), clock.instant());
    }

    static Notification require(Notifications notifications, String memberId, String id) {
        return notifications
                .of(memberId, id)
                .orElseThrow(() -> Problem.notFound(
                        "NOTIFICATION_NOT_FOUND",
                        "You have no notification %s; it may be older than 90 days.".formatted(id)));
    }
}
