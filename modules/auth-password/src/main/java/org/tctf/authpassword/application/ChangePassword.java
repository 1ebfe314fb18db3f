package org.tctf.authpassword.application;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Password;
import org.tctf.identity.Passwords.Check;
import org.tctf.identity.Principal;
import org.tctf.identity.Standing;
import org.tctf.kernel.Problem;

/**
 * Changes the caller's password. The present one is the proof; where the account has a second factor, a recent proof of
 * that is asked for too. An account that has no password yet gets its first one by a recent proof alone.
 */
@Singleton
public class ChangePassword {
    private final IdentityProvider identity;
    private final ReplacePassword replacePassword;
    private final InstantSource clock;

    public ChangePassword(IdentityProvider identity, ReplacePassword replacePassword, InstantSource clock) {
        this.identity = identity;
        this.replacePassword = replacePassword;
        this.clock = clock;
    }

    /**
     * The caller's session goes on, all others end.
     *
     * @throws Problem {@code WRONG_PASSWORD} with the attempts left, {@code ACCOUNT_LOCKED} with the time left, {@code
     *     RECENT_AUTHENTICATION_REQUIRED}, what the policy says, {@code PASSWORD_USED_BEFORE}
     */
    public void change(Principal caller, @Nullable Password present, Password next) {
        Standing standing = identity.accounts().find(caller.memberId()).orElseThrow(ChangePassword::sessionIsOver);
        if (standing.needsSecondFactor() || !standing.hasPassword()) {
            caller.requireRecentProof(clock);
        }
        if (standing.hasPassword()) {
            requireRight(caller, present);
        }
        replacePassword.replace(caller.memberId(), standing.account().email(), next, caller.sessionId(), null);
    }

    private void requireRight(Principal caller, @Nullable Password present) {
        if (present == null) {
            throw Problem.invalid("PASSWORD_MISSING", "Give your present password too.")
                    .at("/currentPassword");
        }
        switch (identity.passwords().check(caller.memberId(), present)) {
            case Check.Right _ -> {}
            case Check.Wrong wrong ->
                throw Problem.invalid(
                                "WRONG_PASSWORD",
                                wrong.attemptsLeft() == 0
                                        ? "This is not your password, and was the last attempt for a quarter of an hour."
                                        : "This is not your password; type it again.")
                        .at("/currentPassword")
                        .remainingAttempts(wrong.attemptsLeft());
            case Check.Locked locked -> {
                Duration left = Duration.between(clock.instant(), locked.until());
                throw Problem.of(
                                Problem.Kind.LOCKED,
                                "ACCOUNT_LOCKED",
                                "Too many wrong passwords; try again in %d minutes.".formatted(left.toMinutes() + 1))
                        .retryAfter(left);
            }
            case Check.NotConfirmed _, Check.Disabled _, Check.Inactive _ -> throw sessionIsOver();
        }
    }

    private static Problem sessionIsOver() {
        return Problem.unauthenticated("SESSION_ENDED", "This session has ended; sign in again.");
    }
}
