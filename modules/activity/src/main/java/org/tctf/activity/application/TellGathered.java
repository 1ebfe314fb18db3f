package org.tctf.activity.application;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.tctf.activity.domain.Recipient;
import org.tctf.activity.domain.Rule;
import org.tctf.activity.domain.TellWindow;
import org.tctf.activity.domain.Window;

/** Tells what a closed window has gathered, in one notification; nothing when all have taken it back. */
@Singleton
public final class TellGathered {
    private final Recipients recipients;
    private final Feed feed;
    private final Composer composer;

    public TellGathered(Recipients recipients, Feed feed, Composer composer) {
        this.recipients = recipients;
        this.feed = feed;
        this.composer = composer;
    }

    public void tell(TellWindow command) {
        Window window = command.window();
        Rule rule = Rule.of(window.type());
        List<String> people = feed.joined(window);
        if (rule == null || people.isEmpty()) {
            return;
        }
        Recipient recipient = recipients.of(window.memberId());
        composer.compose(recipient, rule, people, window.about(), Map.of())
                .ifPresent(notification ->
                        feed.write(new Outcome(null, notification, composer.digestAt(recipient, rule), null)));
    }
}
