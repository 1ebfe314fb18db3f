package org.tctf.authoauth.domain.provider;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known here of a member, from others' facts. */
public record Profile(
        String userId,
        @Nullable String name,
        @Nullable String membershipName,
        @Nullable String language,
        Instant updatedAt) {

    public static Profile unknown(String userId) {
        return new Profile(userId, null, null, null, Instant.EPOCH);
    }

    /** A newer name; one that is older than what is known says nothing. */
    public Profile named(String newName, Instant at) {
        return at.isBefore(updatedAt) ? this : new Profile(userId, newName, membershipName, language, at);
    }

    public Profile speaking(String newLanguage, Instant at) {
        return new Profile(userId, name, membershipName, newLanguage, at.isAfter(updatedAt) ? at : updatedAt);
    }
}
