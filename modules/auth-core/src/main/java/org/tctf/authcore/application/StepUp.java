package org.tctf.authcore.application;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tctf.authcore.domain.AccountLocked;
import org.tctf.identity.AccessToken;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Password;
import org.tctf.identity.Passwords.Check;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/**
 * Proves once more, in a session that is open, who its member is: what a stolen token or an unlocked screen must not be
 * enough for asks for a proof that is {@link Principal#RECENT}. For an account with a second factor
 * a password is not enough; auth-mfa takes that factor.
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
     * @return an access token that says that the proof is recent
     * @throws Problem {@code WRONG_PASSWORD} with the attempts left, {@code ACCOUNT_LOCKED} with the time left, {@code
     *     SECOND_FACTOR_REQUIRED}, {@code SESSION_ENDED}
     */
    public AccessToken prove(Principal caller, Password password) {
        Check check = identity.passwords().check(caller.memberId(), password);
        return switch (check) {
            case Check.Right _ -> proved(caller);
            case Check.Wrong wrong -> {
                if (wrong.locksUntil() != null) {
                    reportLock(caller, wrong.locksUntil());
                }
                throw Problem.invalid(
                                "WRONG_PASSWORD",
                                wrong.attemptsLeft() == 0
                                        ? "This is not your password, and was the last attempt for a quarter of an hour."
                                        : "This is not your password; type it again.")
                        .at("/password")
                        .remainingAttempts(wrong.attemptsLeft());
            }
            case Check.Locked locked -> {
                reportLock(caller, locked.until());
                throw SignIn.locked(Duration.between(clock.instant(), locked.until()));
            }
            case Check.NotConfirmed _, Check.Disabled _, Check.Inactive _ -> throw sessionIsOver();
        };
    }

    private AccessToken proved(Principal caller) {
        boolean needsMore = identity.accounts()
                .find(caller.memberId())
                .orElseThrow(StepUp::sessionIsOver)
                .needsSecondFactor();
        if (needsMore) {
            throw Problem.forbidden(
                    "SECOND_FACTOR_REQUIRED",
                    "Your account has a second factor; prove that one instead, at /v1/auth/mfa/totp/step-up or with a passkey.");
        }
        return identity.sessions().prove(caller.memberId(), caller.sessionId()).orElseThrow(StepUp::sessionIsOver);
    }

    private void reportLock(Principal caller, Instant until) {
        identity.accounts()
                .find(caller.memberId())
                .ifPresent(standing -> facts.happenedOnce(
                        "lock of %s until %s".formatted(caller.memberId(), until),
                        until,
                        caller.memberId(),
                        new AccountLocked(caller.memberId(), standing.account().email(), until)));
    }

    private static Problem sessionIsOver() {
        return Problem.unauthenticated("SESSION_ENDED", "This session has ended; sign in again.");
    }
}
