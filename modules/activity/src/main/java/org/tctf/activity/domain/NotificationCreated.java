package org.tctf.activity.domain;

import java.time.Instant;
import org.jmolecules.event.annotation.DomainEvent;

/**
 * A member has a new notification.
 *
 * @param people how many people it is about
 * @param quiet whether channels that disturb should leave it out
 */
@DomainEvent
public record NotificationCreated(
        String notificationId,
        String memberId,
        String template,
        Category category,
        long people,
        boolean quiet,
        Instant createdAt) {

    public static NotificationCreated of(Notification notification) {
        return new NotificationCreated(
                notification.id(),
                notification.memberId(),
                notification.template(),
                notification.category(),
                notification.count(),
                notification.quiet(),
                notification.createdAt());
    }
}
