package org.tctf.authpassword.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;

/**
 * The address's owner typed the code, and may now set a password.
 *
 * @param tokenDigest of the token that only they got
 */
public record ProvedReset(
        String id,
        String accountId,
        EmailAddress email,
        String tokenDigest,
        Instant provedAt,
        Instant requestedAt,
        long version)
        implements Reset {
    /** How long choosing a password may take. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    @Override
    public Instant expiresAt() {
        return provedAt.plus(WINDOW);
    }

    /**
     * In constant time.
     *
     * @throws Problem {@code RESET_NOT_FOUND} for another token, {@code RESET_EXPIRED}
     */
    public void requireToken(String digest, Instant now) {
        if (!MessageDigest.isEqual(
                tokenDigest.getBytes(StandardCharsets.US_ASCII), digest.getBytes(StandardCharsets.US_ASCII))) {
            throw Reset.notFound();
        }
        if (!now.isBefore(expiresAt())) {
            throw Problem.of(
                    Problem.Kind.GONE,
                    "RESET_EXPIRED",
                    "The %d minutes for choosing a password are over; start again.".formatted(WINDOW.toMinutes()));
        }
    }
}
