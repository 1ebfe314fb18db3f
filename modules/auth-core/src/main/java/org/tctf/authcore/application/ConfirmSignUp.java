package org.tctf.authcore.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.tctf.authcore.domain.AcceptedSignUp;
import org.tctf.authcore.domain.ConfirmedSignUp;
import org.tctf.authcore.domain.PendingSignUp;
import org.tctf.authcore.domain.SignUp;
import org.tctf.authcore.domain.SupersededSignUp;
import org.tctf.authcore.domain.VouchedSignUp;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Problem;

/**
 * Confirms a sign-up by the code or the link that was mailed. Confirming again is harmless and answers the same, so a
 * mail scanner that follows the link before its reader does no harm beyond what the reader was asked to do.
 *
 * <p>Crash at any point: see {@link CompleteSignUp}.
 */
@Singleton
public class ConfirmSignUp {

    /** What somebody brings to prove that the address is theirs. */
    public sealed interface Proof {

        /** Typed from the mail, in the client that signed up. */
        record Code(String signUpId, String code) implements Proof {}

        /** Followed from the mail, anywhere. */
        record Link(String token) implements Proof {}
    }

    private final SignUps signUps;
    private final VerificationCodes codes;
    private final CompleteSignUp completeSignUp;
    private final InstantSource clock;

    public ConfirmSignUp(SignUps signUps, VerificationCodes codes, CompleteSignUp completeSignUp, InstantSource clock) {
        this.signUps = signUps;
        this.codes = codes;
        this.completeSignUp = completeSignUp;
        this.clock = clock;
    }

    /**
     * @return the new member's id
     * @throws Problem {@code SIGNUP_NOT_FOUND}, {@code INVALID_LINK}, {@code WRONG_CODE} with the remaining attempts,
     *     {@code MAX_ATTEMPTS_EXCEEDED}, {@code VERIFICATION_EXPIRED}, {@code SIGNUP_SUPERSEDED}
     */
    public String confirm(Proof proof) {
        SignUp tried = switch (proof) {
            case Proof.Code(var signUpId, var code) -> tryCode(signUpId, code);
            case Proof.Link(var token) -> followLink(token);
        };
        SignUp ended = tried instanceof AcceptedSignUp accepted ? completeSignUp.complete(accepted.id()) : tried;
        return switch (ended) {
            case ConfirmedSignUp confirmed -> confirmed.accountId();
            case AcceptedSignUp accepted -> accepted.accountId();
            // A client that knows its id has nothing to confirm.
            case VouchedSignUp vouched -> vouched.accountId();
            case SupersededSignUp _ -> throw SupersededSignUp.problem();
            case PendingSignUp pending -> throw wrongCode(pending.challenge().remainingAttempts());
        };
    }

    private SignUp tryCode(String signUpId, String code) {
        Instant now = clock.instant();
        return signUps.decide(
                signUpId,
                signUp -> signUp instanceof PendingSignUp pending
                        ? pending.tryCode(
                                codes.digests(signUpId, pending.challenge().number(), code), now)
                        : Decision.of(signUp));
    }

    private SignUp followLink(String token) {
        VerificationCodes.Link link = codes.read(token)
                .orElseThrow(() -> Problem.invalid(
                        "INVALID_LINK", "This link is not one of ours or was cut off; copy it whole from the mail."));
        Instant now = clock.instant();
        return signUps.decide(
                link.signUpId(),
                signUp -> signUp instanceof PendingSignUp pending
                        ? pending.followLink(link.challenge(), now)
                        : Decision.of(signUp));
    }

    private static Problem wrongCode(int remaining) {
        return Problem.invalid(
                        "WRONG_CODE",
                        remaining == 0
                                ? "This code is wrong, and was the last attempt; ask for another mail."
                                : "This code is wrong; type the one from the newest mail.")
                .at("/code")
                .remainingAttempts(remaining);
    }
}
