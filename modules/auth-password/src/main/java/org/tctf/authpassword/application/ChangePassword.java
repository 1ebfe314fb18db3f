package org.tctf.authpassword.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Password;
import org.tctf.identity.PasswordProof;
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
            Password typed = PasswordProof.given(present, "/currentPassword");
            PasswordProof.requireRight(
                    identity.passwords().check(caller.memberId(), typed, caller.sessionId()),
                    "/currentPassword",
                    clock.instant());
        }
        replacePassword.replace(caller.memberId(), standing.account().email(), next, caller.sessionId(), null);
    }

    private static Problem sessionIsOver() {
        return Problem.unauthenticated("SESSION_ENDED", "This session has ended; sign in again.");
    }
}
