package org.tctf.authuser.domain;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.kernel.web.ETag;

/**
 * How a member wants the platform to be.
 *
 * @param language ISO 639-1
 * @param channels wanted, by topic; a topic that is not here goes the usual ways
 * @param version 0 while nothing was chosen
 */
public record Preferences(
        String userId,
        String language,
        Theme theme,
        @Nullable ZoneId timeZone,
        @Nullable QuietHours quietHours,
        Map<Topic, Set<Channel>> channels,
        long version)
        implements Kept {
    private static final String ENGLISH = "en";

    public Preferences {
        channels = Map.copyOf(channels);
    }

    /** Those of a member who has chosen nothing. */
    public static Preferences usual(String userId, @Nullable String language) {
        return new Preferences(userId, language == null ? ENGLISH : language, Theme.SYSTEM, null, null, Map.of(), 0);
    }

    /**
     * Replaces them all.
     *
     * @param wanted whatever its version
     * @param ifMatch the version that the member has seen, as an entity tag
     * @throws org.tctf.kernel.Problem {@code VERSION_MISMATCH}
     */
    public Decision<Preferences> replaced(Preferences wanted, @Nullable String ifMatch) {
        ETag.check(ifMatch, version);
        if (version > 0 && wanted.with(version).equals(this)) {
            return Decision.of(this);
        }
        Preferences next = wanted.with(version + 1);
        return Decision.of(
                next,
                new PreferencesChanged(
                        userId,
                        next.language,
                        next.theme,
                        next.timeZone == null ? null : next.timeZone.getId(),
                        next.quietHours,
                        next.channels));
    }

    private Preferences with(long newVersion) {
        return new Preferences(userId, language, theme, timeZone, quietHours, channels, newVersion);
    }
}
