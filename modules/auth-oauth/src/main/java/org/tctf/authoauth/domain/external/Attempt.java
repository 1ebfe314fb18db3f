package org.tctf.authoauth.domain.external;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is at a provider and may come back, once.
 *
 * @param provider its id
 * @param secretHash of the {@link AttemptSecret}
 * @param redirectUri where they come back to
 * @param memberId who links; absent for a sign-in
 * @param sessionId in which they link
 */
public record Attempt(
        String provider,
        String secretHash,
        String redirectUri,
        @Nullable String memberId,
        @Nullable String sessionId,
        Instant until) {
    public static final Duration LIFE = Duration.ofMinutes(10);

    /** Whether somebody who comes back is who went there, for the same thing. */
    public boolean isOf(String atProvider, AttemptSecret secret, @Nullable String member, @Nullable String session) {
        return MessageDigest.isEqual(
                        secretHash.getBytes(StandardCharsets.US_ASCII),
                        secret.hash().getBytes(StandardCharsets.US_ASCII))
                && provider.equals(atProvider)
                && Objects.equals(memberId, member)
                && Objects.equals(sessionId, session);
    }
}
