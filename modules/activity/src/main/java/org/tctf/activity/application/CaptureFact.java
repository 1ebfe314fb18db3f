package org.tctf.activity.application;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.domain.Capture;
import org.tctf.activity.domain.Happening;
import org.tctf.activity.domain.LogEntry;
import org.tctf.activity.domain.Notification;
import org.tctf.activity.domain.Recipient;
import org.tctf.activity.domain.Rule;

/** Captures a fact: logs it, tells it, or lets it wait in a window for others of its kind. */
@Singleton
public final class CaptureFact {
    private final Recipients recipients;
    private final Feed feed;
    private final Composer composer;

    public CaptureFact(Recipients recipients, Feed feed, Composer composer) {
        this.recipients = recipients;
        this.feed = feed;
        this.composer = composer;
    }

    public void capture(Happening happening) {
        Capture.of(happening).ifPresent(capture -> feed.write(outcome(capture)));
    }

    private Outcome outcome(Capture capture) {
        @Nullable
        LogEntry logEntry = capture.logEntry()
                .filter(entry -> !recipients.of(entry.memberId()).isErased())
                .orElse(null);
        Recipient recipient = capture.recipient().map(recipients::of).orElse(null);
        if (recipient == null || recipient.isErased()) {
            return new Outcome(logEntry, null, List.of(), null, null);
        }
        Optional<Outcome.Joining> joining = joining(capture, recipient);
        if (joining.isPresent()) {
            return new Outcome(logEntry, null, List.of(), null, joining.get());
        }
        Rule rule = capture.rule();
        List<String> people = capture.person().stream().toList();
        @Nullable
        Notification notification = composer.compose(recipient, rule, people, capture.about(), capture.words())
                .orElse(null);
        return new Outcome(
                logEntry,
                notification,
                capture.place().stream().toList(),
                notification == null ? null : composer.digestAt(recipient, rule),
                null);
    }

    private static Optional<Outcome.Joining> joining(Capture capture, Recipient recipient) {
        Rule rule = capture.rule();
        String about = capture.about();
        if (about == null || (!rule.isAggregated() && rule.retracts() == null)) {
            return Optional.empty();
        }
        String type = rule.retracts() == null ? rule.type() : rule.retracts();
        return capture.person()
                .map(person -> new Outcome.Joining(
                        recipient.memberId(),
                        type,
                        about,
                        person,
                        capture.place().orElse(null),
                        rule.retracts() != null));
    }
}
