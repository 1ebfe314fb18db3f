package org.tctf.activity.application;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.domain.Notification;
import org.tctf.kernel.table.Page;

/** A member's notifications, newest first, in their language and by the names of now. */
@Singleton
public final class ListNotifications {

    /** A notification as it is shown. */
    public record Shown(Notification notification, String title, boolean isSeen) {}

    /** A page of them, and how many are unread in all. */
    public record Listed(Page<Shown> page, Notifications.Tray tray) {}

    private final Notifications notifications;
    private final Display display;

    public ListNotifications(Notifications notifications, Display display) {
        this.notifications = notifications;
        this.display = display;
    }

    public Listed list(String memberId, boolean onlyUnread, int limit, @Nullable String cursor) {
        Page<Notification> page =
                onlyUnread ? notifications.unread(memberId, limit, cursor) : notifications.all(memberId, limit, cursor);
        Notifications.Tray tray = notifications.tray(memberId);
        return new Listed(new Page<>(display.show(memberId, page.items(), tray), page.nextCursor()), tray);
    }
}
