package org.tctf.authcore.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.tctf.authcore.domain.PendingSignUp;
import org.tctf.authcore.domain.SignUp;
import org.tctf.kernel.Decision;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;

/**
 * Mails a new code and link; the old ones are worth nothing from then on. Whoever knows the sign-up is told what comes of
 * it. Whoever knows only an address is told nothing, since it may be somebody else's.
 */
@Singleton
public class ResendVerification {

    /** Which sign-up. */
    public sealed interface Target {

        /** The one that the client started. */
        record OfSignUp(String signUpId) implements Target {}

        /** The newest of an address, if it has one. */
        record OfAddress(EmailAddress email) implements Target {}
    }

    private final SignUps signUps;
    private final VerificationCodes codes;
    private final InstantSource clock;

    public ResendVerification(SignUps signUps, VerificationCodes codes, InstantSource clock) {
        this.signUps = signUps;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * @throws Problem of a sign-up's target only: {@code SIGNUP_NOT_FOUND}, {@code SIGNUP_ALREADY_CONFIRMED}, {@code
     *     VERIFICATION_COOLDOWN}, {@code TOO_MANY_VERIFICATIONS}
     */
    public void resend(Target target) {
        switch (target) {
            case Target.OfSignUp(var signUpId) -> resend(signUpId);
            case Target.OfAddress(var email) -> signUps.newestOf(email).ifPresent(this::resendSilently);
        }
    }

    private void resendSilently(String signUpId) {
        try {
            resend(signUpId);
        } catch (Problem notNow) {
            // The answer must not depend on what we know of the address.
            return;
        }
    }

    private void resend(String signUpId) {
        Instant now = clock.instant();
        signUps.decide(signUpId, signUp -> next(signUp, now));
    }

    private Decision<? extends SignUp> next(SignUp signUp, Instant now) {
        if (signUp instanceof PendingSignUp pending) {
            return pending.resend(codes.issue(pending.id(), pending.nextNumber()), now);
        }
        throw Problem.conflict(
                "SIGNUP_ALREADY_CONFIRMED", "This sign-up needs no mail any more; sign in, or sign up again.");
    }
}
