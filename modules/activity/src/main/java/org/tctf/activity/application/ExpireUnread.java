package org.tctf.activity.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.tctf.activity.domain.Notification;

/**
 * Takes notifications that have reached their age out of the unread ones. The store's own expiry would remove them
 * without counting, and the unread count would never come down again.
 */
@Singleton
public final class ExpireUnread implements Runnable {
    /** Days that are looked at again, in case a run was missed. */
    public static final int DAYS = 7;

    private final Notifications notifications;
    private final InstantSource clock;

    public ExpireUnread(Notifications notifications, InstantSource clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    @Override
    public void run() {
        LocalDate last = LocalDate.ofInstant(clock.instant().minus(Notification.KEPT), ZoneOffset.UTC)
                .minusDays(1);
        last.minusDays(DAYS - 1L).datesUntil(last.plusDays(1)).forEach(notifications::dropUnreadOf);
    }
}
