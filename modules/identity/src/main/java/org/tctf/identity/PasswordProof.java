package org.tctf.identity;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Passwords.Check;
import org.tctf.kernel.Problem;

/** What somebody who is signed in is told of a password that they prove again: the same at every service. */
public final class PasswordProof {

    private PasswordProof() {}

    /** @throws Problem {@code PASSWORD_MISSING} */
    public static Password given(@Nullable Password password, String pointer) {
        if (password == null) {
            throw Problem.invalid("PASSWORD_MISSING", "Give your present password too.")
                    .at(pointer);
        }
        return password;
    }

    /**
     * @param pointer to the field that has it
     * @throws Problem {@code WRONG_PASSWORD} with the attempts left, {@code ACCOUNT_LOCKED} with the time left, {@code
     *     SESSION_ENDED} when the account may not sign in any more
     */
    public static void requireRight(Check check, String pointer, Instant now) {
        switch (check) {
            case Check.Right _ -> {}
            case Check.Wrong wrong ->
                throw Problem.invalid(
                                "WRONG_PASSWORD",
                                wrong.attemptsLeft() == 0
                                        ? "This is not your password, and was the last attempt for a quarter of an hour."
                                        : "This is not your password; type it again.")
                        .at(pointer)
                        .remainingAttempts(wrong.attemptsLeft());
            case Check.Locked locked -> throw locked(locked.until(), now);
            case Check.NotConfirmed _, Check.Disabled _, Check.Inactive _ ->
                throw Problem.unauthenticated("SESSION_ENDED", "This session has ended; sign in again.");
        }
    }

    /** Too many were wrong. It says nothing of whether there is such an account. */
    public static Problem locked(Instant until, Instant now) {
        Duration left = Duration.between(now, until);
        return Problem.of(
                        Problem.Kind.LOCKED,
                        "ACCOUNT_LOCKED",
                        "Too many wrong passwords; try again in %d minutes.".formatted(left.toMinutes() + 1))
                .retryAfter(left);
    }
}
