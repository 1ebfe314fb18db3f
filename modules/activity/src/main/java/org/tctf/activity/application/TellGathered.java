package org.tctf.activity.application;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.domain.Part;
import org.tctf.activity.domain.Place;
import org.tctf.activity.domain.Recipient;
import org.tctf.activity.domain.Rule;
import org.tctf.activity.domain.TellWindow;
import org.tctf.activity.domain.Window;

/** Tells what a closed window has gathered, in one notification; nothing when all have taken it back, or all is read. */
@Singleton
public final class TellGathered {
    /** A notification knows so many conversations, to be read with them; of more, those that wrote first. */
    private static final int CONVERSATIONS = 1_000;

    private final Recipients recipients;
    private final Readings readings;
    private final Feed feed;
    private final Composer composer;

    public TellGathered(Recipients recipients, Readings readings, Feed feed, Composer composer) {
        this.recipients = recipients;
        this.readings = readings;
        this.feed = feed;
        this.composer = composer;
    }

    public void tell(TellWindow command) {
        Window window = command.window();
        Rule rule = Rule.of(window.type());
        List<Part> parts = readings.unread(window.memberId(), feed.joined(window));
        if (rule == null || parts.isEmpty()) {
            return;
        }
        List<String> people = parts.stream().map(Part::personId).distinct().toList();
        List<Place> places = lastPlaces(parts);
        Recipient recipient = recipients.of(window.memberId());
        composer.compose(
                        recipient,
                        rule,
                        people,
                        rule.isInConversation() ? conversation(places) : window.about(),
                        Map.of())
                .ifPresent(notification ->
                        feed.write(new Outcome(null, notification, places, composer.digestAt(recipient, rule), null)));
    }

    /** The conversation to be opened from the notification, if it is one. */
    private static @Nullable String conversation(List<Place> places) {
        return places.size() == 1 ? places.getFirst().conversationId() : null;
    }

    private static List<Place> lastPlaces(List<Part> parts) {
        Collection<Place> last = parts.stream()
                .map(Part::place)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(
                        Place::conversationId,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparingLong(Place::number)),
                        LinkedHashMap::new))
                .values();
        return last.stream().limit(CONVERSATIONS).toList();
    }
}
