package org.tctf.activity.adapter.events;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tctf.activity.application.LearnPreferences;
import org.tctf.activity.domain.Category;
import org.tctf.activity.domain.Channel;
import org.tctf.activity.domain.Preferences;
import org.tctf.activity.domain.QuietHours;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** How members want to be told. Topics, channels and zones that are not known here are left out, not refused. */
@Singleton
public final class PreferenceChanges implements EventConsumer<PreferenceChanges.PreferencesChanged> {

    /**
     * What this service reads of the fact.
     *
     * @param timeZone IANA name
     * @param channels names of channels by topic, whatever the case
     */
    public record PreferencesChanged(
            String userId,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable QuietHours quietHours,
            @Nullable Map<String, List<String>> channels) {}

    private final LearnPreferences learnPreferences;

    public PreferenceChanges(LearnPreferences learnPreferences) {
        this.learnPreferences = learnPreferences;
    }

    @Override
    public void on(PreferencesChanged event, Envelope envelope) {
        learnPreferences.learn(
                event.userId(),
                new Preferences(
                        event.language(), zone(event.timeZone()), event.quietHours(), channels(event.channels())),
                envelope.aggregateVersion());
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private static Map<Category, Set<Channel>> channels(@Nullable Map<String, List<String>> byTopic) {
        Map<Category, Set<Channel>> known = new EnumMap<>(Category.class);
        if (byTopic != null) {
            byTopic.forEach((topic, names) -> Stream.of(Category.values())
                    .filter(category -> category.name().equals(topic.toUpperCase(Locale.ROOT)))
                    .forEach(category -> known.put(category, channels(names))));
        }
        return known;
    }

    private static Set<Channel> channels(List<String> names) {
        Set<Channel> known = EnumSet.noneOf(Channel.class);
        names.forEach(name -> Stream.of(Channel.values())
                .filter(channel -> channel.name().equals(name.toUpperCase(Locale.ROOT)))
                .forEach(known::add));
        return known;
    }
}
