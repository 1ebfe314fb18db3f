package org.tctf.activity.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.domain.Channel;
import org.tctf.activity.domain.Notification;
import org.tctf.activity.domain.Recipient;
import org.tctf.activity.domain.Rule;
import org.tctf.kernel.Ids;

/** Makes the notification that a recipient wants to have, and says when it goes into a digest. */
@Singleton
public final class Composer {
    private final Ids ids;
    private final InstantSource clock;

    public Composer(Ids ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** Nothing when the recipient does not want to be told in the app. */
    Optional<Notification> compose(
            Recipient recipient, Rule rule, List<String> people, @Nullable String about, Map<String, String> words) {
        if (!recipient.wants(rule.category(), Channel.IN_APP)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return Optional.of(new Notification(
                ids.next().toString(),
                recipient.memberId(),
                rule.template(),
                rule.category(),
                people.reversed().stream().limit(Notification.PEOPLE).toList(),
                people.size(),
                about,
                words,
                recipient.isQuiet(now),
                now,
                null,
                null));
    }

    @Nullable
    Instant digestAt(Recipient recipient, Rule rule) {
        return recipient.wants(rule.category(), Channel.EMAIL) ? recipient.nextDigest(clock.instant()) : null;
    }
}
