package org.tctf.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every route answers that signs somebody in.
 *
 * @param status whether there is a session, or a second factor is to be brought to {@code /v1/auth/mfa/…/signin}
 * @param userId the member's id; only with a session
 * @param accessToken for the header {@code Authorization: Bearer …}
 * @param expiresIn seconds
 * @param refreshToken good for one refresh
 * @param refreshExpiresIn seconds until the session is over
 * @param challenge stands for what was proved so far; only when a second factor is needed
 * @param challengeExpiresAt until then
 * @param trustedDevice a secret to send along with the next sign-ins of this device, which then need no second factor;
 *     only where that was asked for
 */
public record SignInAnswer(
        Status status,
        @Nullable String userId,
        @Nullable String sessionId,
        @Nullable String accessToken,
        @Nullable String tokenType,
        @Nullable Long expiresIn,
        @Nullable String refreshToken,
        @Nullable Long refreshExpiresIn,
        @Nullable String challenge,
        @Nullable Instant challengeExpiresAt,
        @Nullable String trustedDevice) {

    /** How far a sign-in has come. */
    public enum Status {
        SIGNED_IN,
        MFA_REQUIRED
    }

    /** What there is to say of a step. */
    public static SignInAnswer of(SignIns.Step step) {
        return switch (step) {
            case SignIns.Opened opened -> signedIn(opened.account().id(), opened.tokens());
            case SignIns.SecondFactorNeeded needed ->
                new SignInAnswer(
                        Status.MFA_REQUIRED,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        needed.challenge(),
                        needed.until(),
                        null);
        };
    }

    /** After who is signed in has proved it again: what they held before is worth nothing. */
    public static SignInAnswer proved(String userId, Tokens tokens) {
        return signedIn(userId, tokens);
    }

    private static SignInAnswer signedIn(String userId, Tokens tokens) {
        return new SignInAnswer(
                Status.SIGNED_IN,
                userId,
                tokens.sessionId(),
                tokens.accessToken(),
                "Bearer",
                tokens.expiresIn().toSeconds(),
                tokens.refreshToken(),
                tokens.refreshExpiresIn().toSeconds(),
                null,
                null,
                null);
    }

    /** The same, with what {@link SecondFactors#trust} gave, if it did. */
    public SignInAnswer trusting(@Nullable String device) {
        return new SignInAnswer(
                status,
                userId,
                sessionId,
                accessToken,
                tokenType,
                expiresIn,
                refreshToken,
                refreshExpiresIn,
                challenge,
                challengeExpiresAt,
                device);
    }

    @Override
    public String toString() {
        return "SignInAnswer[" + status + "]";
    }
}
