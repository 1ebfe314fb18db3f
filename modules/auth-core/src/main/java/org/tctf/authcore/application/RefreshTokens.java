package org.tctf.authcore.application;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.tctf.authcore.domain.RefreshTokenReused;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Sessions.Refresh;
import org.tctf.identity.Tokens;
import org.tctf.kernel.Problem;

/**
 * Takes a refresh token and gives the next, and a new access token.
 *
 * <p>Crash: a client that never got the answer holds a spent token. If it repeats the request with the same
 * Idempotency-Key it gets the answer; if it does not, its session ends, since it cannot be told from a thief. A reuse
 * that ended the session is said again by the provider each time the token comes, so its fact cannot be lost.
 */
@Singleton
public class RefreshTokens {
    private static final Duration LONGEST_SESSION = Duration.ofDays(30);

    private final IdentityProvider identity;
    private final SecurityFacts facts;
    private final InstantSource clock;

    public RefreshTokens(IdentityProvider identity, SecurityFacts facts, InstantSource clock) {
        this.identity = identity;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @throws Problem {@code INVALID_REFRESH_TOKEN}, {@code REFRESH_TOKEN_REUSED} (its session is over), {@code
     *     REFRESH_IN_PROGRESS} for the slower of two that came with one token at the same moment
     */
    public Tokens refresh(String refreshToken) {
        return switch (identity.sessions().refresh(refreshToken)) {
            case Refresh.Refreshed(var tokens) -> tokens;
            case Refresh.Refused() ->
                throw Problem.unauthenticated(
                        "INVALID_REFRESH_TOKEN", "This refresh token is unknown or over; sign in again.");
            case Refresh.LostRace() ->
                throw Problem.conflict(
                        "REFRESH_IN_PROGRESS",
                        "Another request has used this token at the same moment; use the tokens that it got.");
            case Refresh.Reused(var accountId, var sessionId) -> {
                facts.happenedOnce(
                        "reuse in session %s".formatted(sessionId),
                        clock.instant().plus(LONGEST_SESSION),
                        accountId,
                        new RefreshTokenReused(accountId, sessionId));
                throw Problem.unauthenticated(
                        "REFRESH_TOKEN_REUSED",
                        "This refresh token was used before, so somebody may have copied it; the session is over, sign in again.");
            }
        };
    }
}
