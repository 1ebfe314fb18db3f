package org.tctf.authuser.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Encrypted;

/**
 * Waits for a code from each of the two addresses.
 *
 * @param takenBy the account that has the new address already: then no code was mailed there, and none is ever right; its
 *     owner is told instead, and whoever asked is told nothing
 * @param wrong how many wrong codes were tried, of both together
 */
public record PendingEmailChange(
        String userId,
        String id,
        Addresses addresses,
        @Nullable String takenBy,
        Proof oldProof,
        Proof newProof,
        int wrong,
        @Nullable String keptSession,
        Instant requestedAt,
        long version)
        implements EmailChange {
    public static final Duration LIFE = Duration.ofMinutes(30);
    public static final int MAX_ATTEMPTS = 5;

    /** What has to be known to ask for a change. */
    public record Request(
            String userId,
            String sessionId,
            Addresses addresses,
            @Nullable String takenBy) {}

    /** What is mailed: a code to each address, and to the old one a link that calls it off. */
    public record Mailed(SentCode toOld, SentCode toNew, Encrypted cancelLink) {}

    /**
     * Asks for a change; one that was pending is void.
     *
     * @param version of what was known of changes of this member's address before
     */
    public static Decision<EmailChange> ask(String id, Request request, Mailed mailed, long version, Instant now) {
        var pending = new PendingEmailChange(
                request.userId(),
                id,
                request.addresses(),
                request.takenBy(),
                Proof.sent(mailed.toOld().digest()),
                Proof.sent(mailed.toNew().digest()),
                0,
                request.sessionId(),
                now,
                version + 1);
        EmailAddress to = request.addresses().to();
        Object toNew = request.takenBy() == null
                ? new NewEmailProofRequested(
                        request.userId(), to, mailed.toNew().code(), pending.expiresAt())
                : new NewEmailTaken(request.takenBy(), to);
        return Decision.of(
                pending,
                new EmailChangeRequested(
                        request.userId(),
                        request.addresses().from(),
                        mailed.toOld().code(),
                        mailed.cancelLink(),
                        pending.expiresAt()),
                toNew);
    }

    public Instant expiresAt() {
        return requestedAt.plus(LIFE);
    }

    public int remainingAttempts() {
        return MAX_ATTEMPTS - wrong;
    }

    public boolean isAlive(Instant now) {
        return now.isBefore(expiresAt());
    }

    /**
     * Tries a code: the next state has one proof more, or one attempt less; with both proofs it is {@link MovingEmail}.
     *
     * @param isItsCode whether the code that was typed is the one that this digest was kept of
     * @throws Problem {@code VERIFICATION_EXPIRED}, {@code MAX_ATTEMPTS_EXCEEDED}: ask for the change again
     */
    public Decision<EmailChange> tryCode(Side side, Predicate<String> isItsCode, Instant now) {
        if (!isAlive(now)) {
            throw Problem.of(
                    Problem.Kind.GONE,
                    "VERIFICATION_EXPIRED",
                    "These codes are no longer valid; ask for the change again.");
        }
        if (remainingAttempts() == 0) {
            throw Problem.of(
                            Problem.Kind.TOO_MANY_REQUESTS,
                            "MAX_ATTEMPTS_EXCEEDED",
                            "%d wrong codes were tried, so the codes are dead; ask for the change again."
                                    .formatted(MAX_ATTEMPTS))
                    .remainingAttempts(0);
        }
        boolean isOld = side == Side.OLD;
        boolean isRight = isItsCode.test((isOld ? oldProof : newProof).digest()) && (isOld || takenBy == null);
        if (!isRight) {
            return Decision.of(with(oldProof, newProof, wrong + 1));
        }
        PendingEmailChange proved =
                isOld ? with(oldProof.given(), newProof, wrong) : with(oldProof, newProof.given(), wrong);
        return Decision.of(
                proved.oldProof.isGiven() && proved.newProof.isGiven()
                        ? new MovingEmail(userId, id, addresses, false, keptSession, version + 1)
                        : proved);
    }

    public Decision<EmailChange> callOff(Instant now) {
        return Decision.of(new EndedEmailChange(userId, id, now, version + 1));
    }

    @Override
    public Optional<Instant> keptUntil() {
        return EmailChange.forgottenAfter(expiresAt());
    }

    private PendingEmailChange with(Proof nextOld, Proof nextNew, int nextWrong) {
        return new PendingEmailChange(
                userId, id, addresses, takenBy, nextOld, nextNew, nextWrong, keptSession, requestedAt, version + 1);
    }

    static Problem linkExpired() {
        return Problem.of(
                Problem.Kind.GONE, "LINK_EXPIRED", "This link is no longer good: what it was for is over, or done.");
    }
}
