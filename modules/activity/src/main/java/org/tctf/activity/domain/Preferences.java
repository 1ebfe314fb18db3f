package org.tctf.activity.domain;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;

/**
 * How a member wants to be told.
 *
 * @param language ISO 639-1; the one of the sign-up when absent
 * @param channels by category, for those that the member has chosen; the category's own otherwise
 */
@ValueObject
public record Preferences(
        @Nullable String language, ZoneId zone, @Nullable QuietHours quietHours, Map<Category, Set<Channel>> channels) {
    public static final Preferences DEFAULT = new Preferences(null, ZoneOffset.UTC, null, Map.of());

    public Preferences {
        channels = Map.copyOf(channels);
    }

    boolean allows(Category category, Channel channel) {
        return (category == Category.SECURITY && channel == Channel.IN_APP)
                || channels.getOrDefault(category, category.byDefault()).contains(channel);
    }
}
