package org.tctf.activity.adapter.socket;

import jakarta.inject.Singleton;
import org.tctf.activity.adapter.view.UnreadView;
import org.tctf.activity.application.Notifications;
import org.tctf.activity.application.SeeNotifications;
import org.tctf.kernel.socket.Connection;
import org.tctf.kernel.socket.SocketAction;

/** What {@code POST /v1/notifications/seen} does. */
@Singleton
public final class MarkSeen implements SocketAction<MarkSeen.Seen> {

    /** All that are in the list now. */
    public record Seen() {}

    private final SeeNotifications seeNotifications;
    private final Notifications notifications;

    public MarkSeen(SeeNotifications seeNotifications, Notifications notifications) {
        this.seeNotifications = seeNotifications;
        this.notifications = notifications;
    }

    @Override
    public UnreadView on(Seen action, Connection from) {
        seeNotifications.see(from.memberId());
        return UnreadView.of(notifications.tray(from.memberId()));
    }
}
