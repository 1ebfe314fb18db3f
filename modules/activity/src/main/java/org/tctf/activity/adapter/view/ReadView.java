package org.tctf.activity.adapter.view;

import org.tctf.activity.application.Notifications;

/** How many were marked, and how many are still unread; the higher revision is the newer count. */
public record ReadView(int read, long unread, long revision) {

    public static ReadView of(int read, Notifications.Tray tray) {
        return new ReadView(read, tray.unread(), tray.revision());
    }
}
