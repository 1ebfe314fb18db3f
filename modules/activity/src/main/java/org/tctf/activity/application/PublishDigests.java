package org.tctf.activity.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.domain.Channel;
import org.tctf.activity.domain.DigestDue;
import org.tctf.activity.domain.Notification;
import org.tctf.activity.domain.Recipient;
import org.tctf.kernel.Ids;
import org.tctf.kernel.table.Page;

/** Says for which members a digest is due, and what is in it: what they have not read in the app. */
@Singleton
public final class PublishDigests implements Runnable {
    private static final int LOOKED_AT = 100;
    private static final int MAX_ITEMS = 10;

    private final Digests digests;
    private final Notifications notifications;
    private final Recipients recipients;
    private final Texts texts;
    private final Ids ids;
    private final InstantSource clock;

    public PublishDigests(
            Digests digests,
            Notifications notifications,
            Recipients recipients,
            Texts texts,
            Ids ids,
            InstantSource clock) {
        this.digests = digests;
        this.notifications = notifications;
        this.recipients = recipients;
        this.texts = texts;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void run() {
        @Nullable String cursor = null;
        do {
            Page<Digests.Pending> page = digests.due(clock.instant(), cursor);
            page.items().forEach(pending -> digests.finish(pending, digest(pending.memberId())));
            cursor = page.nextCursor();
        } while (cursor != null);
    }

    private Optional<DigestDue> digest(String memberId) {
        Recipient recipient = recipients.of(memberId);
        List<Notification> unread = notifications.unread(memberId, LOOKED_AT, null).items().stream()
                .filter(one -> recipient.wants(one.category(), Channel.EMAIL))
                .limit(MAX_ITEMS)
                .toList();
        if (unread.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> names = recipients.names(Display.people(unread));
        return Optional.of(new DigestDue(
                ids.next().toString(),
                memberId,
                recipient.writtenLanguage(),
                notifications.tray(memberId).unread(),
                unread.stream()
                        .map(one -> new DigestDue.Item(
                                one.id(),
                                one.category(),
                                texts.title(one, names, recipient.writtenLanguage()),
                                one.createdAt()))
                        .toList()));
    }
}
