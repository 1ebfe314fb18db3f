package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.authmfa.domain.CodeKind;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Password;
import org.tctf.identity.PasswordProof;
import org.tctf.identity.Principal;
import org.tctf.identity.Proof;
import org.tctf.identity.Tokens;
import org.tctf.kernel.Problem;

/**
 * Proves once more, in a session that is open, who its member is: by their password and a code of their app. Both, as at
 * the sign-in: a stolen session and a phone that lies open are not enough for what asks for it (ASVS 7.5.1).
 */
@Singleton
public class StepUp {
    private final IdentityProvider identity;
    private final AcceptCode acceptCode;
    private final InstantSource clock;

    public StepUp(IdentityProvider identity, AcceptCode acceptCode, InstantSource clock) {
        this.identity = identity;
        this.acceptCode = acceptCode;
        this.clock = clock;
    }

    /**
     * @return the session's tokens from now on; they say that the proof is recent
     * @throws Problem {@code PASSWORD_MISSING}, {@code SIGN_IN_AGAIN_REQUIRED} of an account without a password, {@code
     *     SESSION_ENDED}; as {@link PasswordProof#requireRight}, {@link AcceptCode#accept}
     */
    public Tokens prove(Principal caller, @Nullable Password password, String code) {
        boolean hasPassword = identity.accounts()
                .find(caller.memberId())
                .orElseThrow(StepUp::sessionIsOver)
                .hasPassword();
        if (!hasPassword) {
            throw Problem.forbidden(
                    "SIGN_IN_AGAIN_REQUIRED",
                    "Your account has no password to prove; prove a passkey, or sign in again with your provider and your code.");
        }
        Password typed = PasswordProof.given(password, "/password");
        PasswordProof.requireRight(
                identity.passwords().check(caller.memberId(), typed, caller.sessionId()), "/password", clock.instant());
        acceptCode.accept(new AcceptCode.Attempt(caller.memberId(), CodeKind.TOTP, code, null));
        return identity.sessions()
                .prove(caller.memberId(), caller.sessionId(), Proof.TOTP)
                .orElseThrow(StepUp::sessionIsOver);
    }

    static Problem sessionIsOver() {
        return Problem.unauthenticated("SESSION_ENDED", "This session has ended; sign in again.");
    }
}
