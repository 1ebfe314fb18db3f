package org.tctf.activity.application;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.domain.Notification;
import org.tctf.kernel.table.Page;

/** A member's notifications, newest first, in their language and by the names of now. */
@Singleton
public final class ListNotifications {

    /** A notification as it is shown. */
    public record Shown(Notification notification, String title, boolean isSeen) {}

    /** A page of them, and how many are unread in all. */
    public record Listed(Page<Shown> page, long unread) {}

    private final Notifications notifications;
    private final Recipients recipients;
    private final Texts texts;

    public ListNotifications(Notifications notifications, Recipients recipients, Texts texts) {
        this.notifications = notifications;
        this.recipients = recipients;
        this.texts = texts;
    }

    public Listed list(String memberId, boolean onlyUnread, int limit, @Nullable String cursor) {
        Page<Notification> page =
                onlyUnread ? notifications.unread(memberId, limit, cursor) : notifications.all(memberId, limit, cursor);
        Notifications.Tray tray = notifications.tray(memberId);
        Map<String, String> names = recipients.names(people(page.items()));
        String language = recipients.of(memberId).writtenLanguage();
        String seenUpTo = tray.seenUpTo();
        return new Listed(
                page.map(one -> new Shown(
                        one,
                        texts.title(one, names, language),
                        seenUpTo != null && one.id().compareTo(seenUpTo) <= 0)),
                tray.unread());
    }

    static Set<String> people(List<Notification> notifications) {
        return notifications.stream().flatMap(one -> one.people().stream()).collect(Collectors.toSet());
    }
}
