package org.tctf.authcore.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.tctf.authcore.domain.AccountLocked;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Password;
import org.tctf.identity.PasswordProof;
import org.tctf.identity.Passwords.Check;
import org.tctf.identity.Principal;
import org.tctf.identity.Proof;
import org.tctf.identity.Tokens;
import org.tctf.kernel.Problem;

/**
 * Proves once more, in a session that is open, who its member is: what a stolen token or an unlocked screen must not be
 * enough for asks for a proof that is {@link Principal#RECENT}. For an account with a second factor
 * a password is not enough; auth-mfa takes both, or a passkey.
 */
@Singleton
public class StepUp {
    private final IdentityProvider identity;
    private final SecurityFacts facts;
    private final InstantSource clock;

    public StepUp(IdentityProvider identity, SecurityFacts facts, InstantSource clock) {
        this.identity = identity;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * @return the session's tokens from now on; they say that the proof is recent
     * @throws Problem {@code WRONG_PASSWORD} with the attempts left, {@code ACCOUNT_LOCKED} with the time left, {@code
     *     SECOND_FACTOR_REQUIRED}, {@code SESSION_ENDED}
     */
    public Tokens prove(Principal caller, Password password) {
        Check check = identity.passwords().check(caller.memberId(), password, caller.sessionId());
        reportLock(caller, check);
        PasswordProof.requireRight(check, "/password", clock.instant());
        return proved(caller);
    }

    private Tokens proved(Principal caller) {
        boolean needsMore = identity.accounts()
                .find(caller.memberId())
                .orElseThrow(StepUp::sessionIsOver)
                .needsSecondFactor();
        if (needsMore) {
            throw Problem.forbidden(
                    "SECOND_FACTOR_REQUIRED",
                    "Your account has a second factor; prove both at /v1/auth/mfa/totp/step-up, or a passkey.");
        }
        return identity.sessions()
                .prove(caller.memberId(), caller.sessionId(), Proof.PASSWORD)
                .orElseThrow(StepUp::sessionIsOver);
    }

    private void reportLock(Principal caller, Check check) {
        Instant until = check instanceof Check.Wrong wrong
                ? wrong.locksUntil()
                : check instanceof Check.Locked locked ? locked.until() : null;
        if (until != null) {
            identity.accounts()
                    .find(caller.memberId())
                    .ifPresent(standing -> facts.happenedOnce(
                            "lock of %s until %s".formatted(caller.memberId(), until),
                            until,
                            caller.memberId(),
                            new AccountLocked(
                                    caller.memberId(), standing.account().email(), until)));
        }
    }

    private static Problem sessionIsOver() {
        return Problem.unauthenticated("SESSION_ENDED", "This session has ended; sign in again.");
    }
}
