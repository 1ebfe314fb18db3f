package org.tctf.activity.domain;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.jspecify.annotations.Nullable;

/**
 * What is known here of a member, learnt from others' facts. Facts come in any order, so each half is ordered by its
 * publisher's version of it.
 *
 * @param version as stored; 0 while nothing is
 * @param name what other members see; absent until it was heard
 * @param language of the sign-up
 * @param namedAt the version of the profile that the name is from
 * @param preferredAt the version of the preferences
 * @param isErased nothing is kept for this member any more
 */
@AggregateRoot
public record Recipient(
        @Identity String memberId,
        long version,
        @Nullable String name,
        @Nullable String language,
        long namedAt,
        Preferences preferences,
        long preferredAt,
        boolean isErased) {
    private static final String ENGLISH = "en";

    /** Digests come in the morning. */
    private static final LocalTime DIGEST_TIME = LocalTime.of(8, 0);

    public static Recipient unknown(String memberId) {
        return new Recipient(memberId, 0, null, null, 0, Preferences.DEFAULT, 0, false);
    }

    /** Itself when the news is old. */
    public Recipient named(String newName, @Nullable String newLanguage, long profileVersion) {
        if (isErased || profileVersion <= namedAt) {
            return this;
        }
        return new Recipient(
                memberId,
                version,
                newName,
                newLanguage == null ? language : newLanguage,
                profileVersion,
                preferences,
                preferredAt,
                false);
    }

    /** Itself when the news is old. */
    public Recipient preferring(Preferences news, long preferencesVersion) {
        return isErased || preferencesVersion <= preferredAt
                ? this
                : new Recipient(memberId, version, name, language, namedAt, news, preferencesVersion, false);
    }

    /** Only that this member is gone. */
    public Recipient erased() {
        return new Recipient(memberId, version, null, null, 0, Preferences.DEFAULT, 0, true);
    }

    /** The language to write in. */
    public String writtenLanguage() {
        return Optional.ofNullable(preferences.language())
                .or(() -> Optional.ofNullable(language))
                .orElse(ENGLISH);
    }

    public boolean wants(Category category, Channel channel) {
        return !isErased && preferences.allows(category, channel);
    }

    /** Whether this is a moment to leave them in peace. */
    public boolean isQuiet(Instant moment) {
        QuietHours quiet = preferences.quietHours();
        return quiet != null && quiet.include(moment.atZone(preferences.zone()));
    }

    /** The next morning where they live, after their quiet hours. */
    public Instant nextDigest(Instant now) {
        ZonedDateTime here = now.atZone(preferences.zone());
        ZonedDateTime morning = here.with(DIGEST_TIME);
        ZonedDateTime next = morning.isAfter(here) ? morning : here.plusDays(1).with(DIGEST_TIME);
        QuietHours quiet = preferences.quietHours();
        return (quiet == null ? next : quiet.after(next)).toInstant();
    }
}
