package org.tctf.authuser.adapter.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tctf.authuser.domain.Channel;
import org.tctf.authuser.domain.Preferences;
import org.tctf.authuser.domain.Theme;
import org.tctf.authuser.domain.Topic;
import org.tctf.kernel.Problem;

/**
 * All that a member prefers: what is left out is as usual again.
 *
 * @param language one that we write in: en, fr, es, de, it or pt
 * @param timeZone IANA name, Europe/Berlin
 * @param channels wanted, by topic; none for a topic switches it off. Notices about security always come
 */
record PreferencesForm(
        @Pattern(regexp = "^(en|fr|es|de|it|pt)$") String language,
        Theme theme,
        @Nullable @Size(max = 64) String timeZone,
        @Nullable @Valid QuietHoursForm quietHours,
        @Nullable Map<String, Set<Channel>> channels) {

    Preferences preferences(String userId) {
        return new Preferences(
                userId,
                language,
                theme,
                timeZone == null ? null : zone(timeZone),
                quietHours == null ? null : quietHours.quietHours(),
                channels == null ? Map.of() : byTopic(channels),
                0);
    }

    // By name, since the document generator leaves out what is in lists behind keys that are enums.
    private static Map<Topic, Set<Channel>> byTopic(Map<String, Set<Channel>> channels) {
        Map<Topic, Set<Channel>> topics = new EnumMap<>(Topic.class);
        channels.forEach((name, wanted) -> topics.put(topic(name), wanted));
        return topics;
    }

    private static Topic topic(String name) {
        return Stream.of(Topic.values())
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("VALIDATION_ERROR", "One thing in the request is wrong; see errors.")
                        .at(new Problem.FieldError(
                                "/channels/" + name,
                                "NOT_ALLOWED",
                                "There is no such topic; there are %s.".formatted(List.of(Topic.values())))));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw Problem.invalid(
                            "UNKNOWN_TIME_ZONE",
                            "'%s' is not a time zone; use an IANA name, as Europe/Berlin.".formatted(name))
                    .at("/timeZone");
        }
    }
}
