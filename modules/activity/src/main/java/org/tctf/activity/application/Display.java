package org.tctf.activity.application;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tctf.activity.domain.Notification;

/** Puts notifications into their member's language, with the names of now. */
@Singleton
public final class Display {
    private final Recipients recipients;
    private final Texts texts;

    public Display(Recipients recipients, Texts texts) {
        this.recipients = recipients;
        this.texts = texts;
    }

    ListNotifications.Shown show(String memberId, Notification one, Notifications.Tray tray) {
        return show(memberId, List.of(one), tray).getFirst();
    }

    List<ListNotifications.Shown> show(String memberId, List<Notification> all, Notifications.Tray tray) {
        Map<String, String> names = recipients.names(people(all));
        String language = recipients.of(memberId).writtenLanguage();
        String seenUpTo = tray.seenUpTo();
        return all.stream()
                .map(one -> new ListNotifications.Shown(
                        one,
                        texts.title(one, names, language),
                        seenUpTo != null && one.id().compareTo(seenUpTo) <= 0))
                .toList();
    }

    static Set<String> people(List<Notification> notifications) {
        return notifications.stream().flatMap(one -> one.people().stream()).collect(Collectors.toSet());
    }
}
