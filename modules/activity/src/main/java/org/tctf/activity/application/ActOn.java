package org.tctf.activity.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.tctf.kernel.Problem;

/** Notes that a member has followed a notification to what it is about; whoever did that has read it. */
@Singleton
public final class ActOn {
    private final Notifications notifications;
    private final InstantSource clock;

    public ActOn(Notifications notifications, InstantSource clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    /** @throws Problem {@code NOTIFICATION_NOT_FOUND} when this member has no such notification */
    public void act(String memberId, String id) {
        if (ReadOne.require(notifications, memberId, id).actedAt() == null) {
            notifications.acted(memberId, id, clock.instant());
        }
        notifications.read(memberId, List.of(id), clock.instant());
    }
}
