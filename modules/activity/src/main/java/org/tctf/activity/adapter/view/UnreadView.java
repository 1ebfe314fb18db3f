package org.tctf.activity.adapter.view;

import org.tctf.activity.application.Notifications;

/** How many are unread; the higher revision is the newer count. */
public record UnreadView(long unread, long revision) {

    public static UnreadView of(Notifications.Tray tray) {
        return new UnreadView(tray.unread(), tray.revision());
    }
}
