package org.tctf.authcore.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Problem;

/**
 * Waits for proof that the address is the applicant's. It lives a day.
 *
 * @param accountId the account that waits with it; of a repeat, the one that exists
 * @param repeat whether the address had an account already. Such a sign-up looks like any other to whoever made it, but
 *     no code is mailed and none is ever right; the address's owner is told instead
 */
public record PendingSignUp(
        String id,
        String accountId,
        boolean repeat,
        Applicant applicant,
        Challenge challenge,
        Instant startedAt,
        long version)
        implements SignUp {
    public static final Duration LIFE = Duration.ofDays(1);

    /** The sign-up of an address that had no account. */
    public static Decision<PendingSignUp> start(
            String id, String accountId, Applicant applicant, MailedProof proof, Instant now) {
        return started(id, accountId, false, applicant, proof, now);
    }

    /** The sign-up of an address that has this account already. */
    public static Decision<PendingSignUp> repeat(
            String id, String accountId, Applicant applicant, MailedProof proof, Instant now) {
        return started(id, accountId, true, applicant, proof, now);
    }

    /** As many facts in either case: one more takes long enough to tell them apart from outside. */
    private static Decision<PendingSignUp> started(
            String id, String accountId, boolean repeat, Applicant applicant, MailedProof proof, Instant now) {
        Challenge challenge = Challenge.sent(1, proof.codeDigest(), now);
        var signUp = new PendingSignUp(id, accountId, repeat, applicant, challenge, now, 1);
        return Decision.of(
                signUp,
                new SignUpStarted(
                        accountId,
                        applicant.email(),
                        applicant.membershipPlan(),
                        applicant.country(),
                        applicant.language()),
                signUp.request(proof));
    }

    @Override
    public @Nullable String language() {
        return applicant.language();
    }

    public Instant expiresAt() {
        return startedAt.plus(LIFE);
    }

    /**
     * Sends another proof; the one before is worth nothing from now on.
     *
     * @param proof for challenge number {@link #nextNumber()}
     * @throws Problem {@code VERIFICATION_COOLDOWN} within a minute of the one before, {@code TOO_MANY_VERIFICATIONS}
     *     after the fifth
     */
    public Decision<PendingSignUp> resend(MailedProof proof, Instant now) {
        requireAlive(now);
        Duration pause = Duration.between(now, challenge.sentAt().plus(Challenge.COOLDOWN));
        if (pause.isPositive()) {
            throw Problem.of(
                            Problem.Kind.TOO_MANY_REQUESTS,
                            "VERIFICATION_COOLDOWN",
                            "A mail has just been sent; look for it, or ask again in %d s."
                                    .formatted(pause.toSeconds() + 1))
                    .retryAfter(pause);
        }
        if (nextNumber() > Challenge.MAX_NUMBER) {
            throw Problem.of(
                    Problem.Kind.TOO_MANY_REQUESTS,
                    "TOO_MANY_VERIFICATIONS",
                    "This sign-up has had its %d mails; check the address and sign up again."
                            .formatted(Challenge.MAX_NUMBER));
        }
        PendingSignUp next = with(Challenge.sent(nextNumber(), proof.codeDigest(), now));
        return Decision.of(next, next.request(proof));
    }

    public int nextNumber() {
        return challenge.number() + 1;
    }

    /**
     * Tries a code: the next state is {@link AcceptedSignUp} when it is right, and this with one attempt less when not.
     *
     * @param digests what the code that was typed may have been digested to
     * @throws Problem {@code MAX_ATTEMPTS_EXCEEDED}, {@code VERIFICATION_EXPIRED}: ask for another mail
     */
    public Decision<SignUp> tryCode(List<String> digests, Instant now) {
        requireAlive(now);
        if (challenge.remainingAttempts() == 0) {
            throw Problem.of(
                            Problem.Kind.TOO_MANY_REQUESTS,
                            "MAX_ATTEMPTS_EXCEEDED",
                            "%d wrong codes were tried, so the code is dead; ask for another mail."
                                    .formatted(Challenge.MAX_ATTEMPTS))
                    .remainingAttempts(0);
        }
        requireFresh(now);
        boolean isRight = digests.stream().anyMatch(challenge::matches) && !repeat;
        return Decision.of(isRight ? accepted() : with(challenge.missed()));
    }

    /**
     * Follows a link that was proved to be ours. Wrong codes don't stop it: nobody can guess a link, and else a stranger
     * could lock the owner out.
     *
     * @param number the challenge that it was mailed with
     * @throws Problem {@code VERIFICATION_EXPIRED}: ask for another mail
     */
    public Decision<SignUp> followLink(int number, Instant now) {
        requireAlive(now);
        requireFresh(now);
        if (number != challenge.number() || repeat) {
            throw expired();
        }
        return Decision.of(accepted());
    }

    private AcceptedSignUp accepted() {
        return new AcceptedSignUp(id, accountId, applicant, startedAt, version + 1);
    }

    private PendingSignUp with(Challenge next) {
        return new PendingSignUp(id, accountId, repeat, applicant, next, startedAt, version + 1);
    }

    private Object request(MailedProof proof) {
        return repeat
                ? new SignUpRepeated(accountId, applicant.email(), applicant.language())
                : new EmailVerificationRequested(
                        accountId,
                        applicant.email(),
                        applicant.firstName(),
                        applicant.language(),
                        proof.code(),
                        proof.linkToken(),
                        challenge.expiresAt());
    }

    private void requireAlive(Instant now) {
        if (!now.isBefore(expiresAt())) {
            throw SignUp.notFound();
        }
    }

    private void requireFresh(Instant now) {
        if (!now.isBefore(challenge.expiresAt())) {
            throw expired();
        }
    }

    private static Problem expired() {
        return Problem.of(
                Problem.Kind.GONE,
                "VERIFICATION_EXPIRED",
                "This code or link is no longer valid; use the newest mail, or ask for another.");
    }
}
