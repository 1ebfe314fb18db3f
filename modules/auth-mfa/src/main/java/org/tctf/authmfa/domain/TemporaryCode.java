package org.tctf.authmfa.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mailed code that stands in for the authenticator once, in the sign-in that asked for it.
 *
 * @param digest over the code and that sign-in
 * @param mailedAt absent of those from before that was kept
 */
public record TemporaryCode(
        String digest, Instant expiresAt, @Nullable Instant mailedAt) {
    /** From the beginning of the sign-in: mail is slow. */
    public static final Duration LIFE = Duration.ofHours(1);

    /** How long it stands before another may take its place: nobody's mailbox is filled by who knows a password. */
    public static final Duration PAUSE = Duration.ofMinutes(10);

    boolean isLive(Instant now) {
        return now.isBefore(expiresAt);
    }

    /** How long none may take its place yet. */
    Duration pauseLeft(Instant now) {
        if (mailedAt == null || !isLive(now)) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, mailedAt.plus(PAUSE));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
