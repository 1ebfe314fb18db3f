package org.tctf.activity.adapter.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.application.ListNotifications;
import org.tctf.activity.domain.Notification;

/** A notification in the caller's language; {@code about} is the id of what it is about. */
public record NotificationView(
        String id,
        String category,
        String template,
        String title,
        List<String> people,
        long count,
        @Nullable String about,
        Instant createdAt,
        boolean seen,
        @Nullable Instant readAt,
        @Nullable Instant actedAt) {

    public static NotificationView of(ListNotifications.Shown shown) {
        Notification one = shown.notification();
        return new NotificationView(
                one.id(),
                one.category().name(),
                one.template(),
                shown.title(),
                one.people(),
                one.count(),
                one.about(),
                one.createdAt(),
                shown.isSeen(),
                one.readAt(),
                one.actedAt());
    }
}
