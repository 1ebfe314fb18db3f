package org.tctf.activity.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.tctf.activity.domain.Channel;
import org.tctf.activity.domain.Notification;
import org.tctf.activity.domain.PushDue;
import org.tctf.activity.domain.PushUnseen;
import org.tctf.activity.domain.Recipient;

/** Says that a notification is to be pushed, unless its member has seen or read it, does not want that, or sleeps. */
@Singleton
public final class PushUnseenNotification {
    private final Notifications notifications;
    private final Recipients recipients;
    private final PushesDue pushesDue;
    private final Texts texts;
    private final InstantSource clock;

    public PushUnseenNotification(
            Notifications notifications, Recipients recipients, PushesDue pushesDue, Texts texts, InstantSource clock) {
        this.notifications = notifications;
        this.recipients = recipients;
        this.pushesDue = pushesDue;
        this.texts = texts;
        this.clock = clock;
    }

    public void push(PushUnseen command) {
        String memberId = command.memberId();
        Recipient recipient = recipients.of(memberId);
        notifications
                .of(memberId, command.notificationId())
                .filter(one -> one.readAt() == null && !isSeen(one))
                .filter(one -> recipient.wants(one.category(), Channel.PUSH) && !recipient.isQuiet(clock.instant()))
                .ifPresent(one -> pushesDue.say(due(one, recipient.writtenLanguage())));
    }

    private boolean isSeen(Notification one) {
        String seenUpTo = notifications.tray(one.memberId()).seenUpTo();
        return seenUpTo != null && one.id().compareTo(seenUpTo) <= 0;
    }

    private PushDue due(Notification one, String language) {
        return new PushDue(
                one.id(),
                one.memberId(),
                one.template(),
                one.category(),
                one.about(),
                language,
                texts.title(one, recipients.names(Display.people(List.of(one))), language),
                one.createdAt());
    }
}
