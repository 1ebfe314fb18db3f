package org.tctf.authuser.adapter.web;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tctf.authuser.domain.Channel;
import org.tctf.authuser.domain.Preferences;
import org.tctf.authuser.domain.Theme;
import org.tctf.authuser.domain.Topic;

/**
 * How a member wants the platform to be.
 *
 * @param language ISO 639-1
 * @param timeZone IANA name; absent means UTC
 * @param channels wanted, by topic; a topic that is not here goes the usual ways
 * @param version 0 while nothing was chosen
 */
record PreferencesView(
        String language,
        Theme theme,
        @Nullable String timeZone,
        @Nullable QuietHoursForm quietHours,
        Map<String, Set<Channel>> channels,
        long version) {

    static PreferencesView of(Preferences preferences) {
        return new PreferencesView(
                preferences.language(),
                preferences.theme(),
                preferences.timeZone() == null ? null : preferences.timeZone().getId(),
                preferences.quietHours() == null ? null : QuietHoursForm.of(preferences.quietHours()),
                byName(preferences.channels()),
                preferences.version());
    }

    private static Map<String, Set<Channel>> byName(Map<Topic, Set<Channel>> channels) {
        Map<String, Set<Channel>> names = new TreeMap<>();
        channels.forEach((topic, wanted) -> names.put(topic.name(), wanted));
        return names;
    }
}
