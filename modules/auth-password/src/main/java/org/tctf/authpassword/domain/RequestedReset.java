package org.tctf.authpassword.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Encrypted;

/**
 * Waits for the code that was mailed last.
 *
 * @param accountId none when the address has no account that could sign in; then no code is ever right
 * @param mails how many were sent
 * @param codeDigest what is kept of the newest code
 * @param wrong how many wrong codes were tried since then
 * @param language that the asker wants to be written to in, for who is not known
 */
public record RequestedReset(
        String id,
        @Nullable String accountId,
        EmailAddress email,
        @Nullable String language,
        int mails,
        String codeDigest,
        Instant sentAt,
        int wrong,
        Instant requestedAt,
        long version)
        implements Reset {
    public static final Duration CODE_LIFE = Duration.ofMinutes(30);
    public static final Duration COOLDOWN = Duration.ofSeconds(60);
    public static final int MAX_ATTEMPTS = 5;

    /** With {@link #MAX_ATTEMPTS} each, and one reset an hour, a guesser has 15 in a million an hour. */
    public static final int MAX_MAILS = 3;

    /** @param sealed the code, encrypted for its mail */
    public static Decision<RequestedReset> of(
            String id,
            @Nullable String accountId,
            EmailAddress email,
            @Nullable String language,
            String codeDigest,
            Encrypted sealed,
            Instant now) {
        return mailed(new RequestedReset(id, accountId, email, language, 1, codeDigest, now, 0, now, 1), sealed);
    }

    /**
     * Sends another code; the one before is worth nothing from now on.
     *
     * @throws Problem {@code RESET_COOLDOWN}, {@code TOO_MANY_RESET_MAILS}
     */
    public Decision<RequestedReset> resend(String digest, Encrypted sealed, Instant now) {
        requireAlive(now);
        Duration pause = Duration.between(now, sentAt.plus(COOLDOWN));
        if (pause.isPositive()) {
            throw Problem.of(
                            Problem.Kind.TOO_MANY_REQUESTS,
                            "RESET_COOLDOWN",
                            "A mail has just been sent; look for it, or ask again in %d s."
                                    .formatted(pause.toSeconds() + 1))
                    .retryAfter(pause);
        }
        if (mails == MAX_MAILS) {
            Duration left = Duration.between(now, expiresAt());
            throw Problem.of(
                            Problem.Kind.TOO_MANY_REQUESTS,
                            "TOO_MANY_RESET_MAILS",
                            "This reset has had its %d mails; start again in %d minutes."
                                    .formatted(MAX_MAILS, left.toMinutes() + 1))
                    .retryAfter(left);
        }
        return mailed(
                new RequestedReset(id, accountId, email, language, mails + 1, digest, now, 0, requestedAt, version + 1),
                sealed);
    }

    /**
     * Tries a code: the next state is {@link ProvedReset} when it is right, and this with one attempt less when not.
     *
     * @param tokenDigest of the token that whoever is right shall get
     * @throws Problem {@code MAX_ATTEMPTS_EXCEEDED}, {@code RESET_CODE_EXPIRED}: ask for another mail
     */
    public Decision<Reset> tryCode(boolean matches, String tokenDigest, Instant now) {
        requireAlive(now);
        if (remainingAttempts() == 0) {
            throw Problem.of(
                            Problem.Kind.TOO_MANY_REQUESTS,
                            "MAX_ATTEMPTS_EXCEEDED",
                            "%d wrong codes were tried, so the code is dead; ask for another mail."
                                    .formatted(MAX_ATTEMPTS))
                    .remainingAttempts(0);
        }
        if (!now.isBefore(sentAt.plus(CODE_LIFE))) {
            throw Problem.of(
                    Problem.Kind.GONE, "RESET_CODE_EXPIRED", "This code is no longer valid; ask for another mail.");
        }
        return Decision.of(
                matches && accountId != null
                        ? new ProvedReset(id, accountId, email, tokenDigest, now, requestedAt, version + 1)
                        : new RequestedReset(
                                id,
                                accountId,
                                email,
                                language,
                                mails,
                                codeDigest,
                                sentAt,
                                wrong + 1,
                                requestedAt,
                                version + 1));
    }

    public int remainingAttempts() {
        return MAX_ATTEMPTS - wrong;
    }

    private void requireAlive(Instant now) {
        if (!now.isBefore(expiresAt())) {
            throw Reset.notFound();
        }
    }

    private static Decision<RequestedReset> mailed(RequestedReset reset, Encrypted sealed) {
        String account = reset.accountId();
        return Decision.of(
                reset,
                account == null
                        ? new PasswordResetOfUnknownAddress(reset.id(), reset.email(), reset.language())
                        : new PasswordResetRequested(
                                account, reset.email(), sealed, reset.sentAt().plus(CODE_LIFE)));
    }
}
