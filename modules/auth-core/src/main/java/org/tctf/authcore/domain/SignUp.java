package org.tctf.authcore.domain;

import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;

/**
 * A sign-up, from the form to the member:
 *
 * <pre>
 *   Pending ──right code or link──▶ Accepted ──account confirmed──▶ Confirmed
 *                                      └──────account void────────▶ Superseded
 *   Vouched ───────────────────────account made───────────────────▶ Confirmed
 *      └───────────────────────────address taken──────────────────▶ Superseded
 * </pre>
 *
 * <p>Accepted and Vouched are there for a crash: the account is confirmed, or made, in another store than this one, so what was decided is
 * written first, done second, and announced third.
 */
public sealed interface SignUp permits PendingSignUp, AcceptedSignUp, VouchedSignUp, ConfirmedSignUp, SupersededSignUp {

    /** The client's handle, {@code sessionId} in the API; it proves nothing. */
    String id();

    /** Grows with every change. */
    long version();

    /** ISO 639-1, to write to whoever signs up in; absent where they have not said. */
    @Nullable
    String language();

    /** What is said of a sign-up that is not there, or no more. */
    static Problem notFound() {
        return Problem.notFound(
                "SIGNUP_NOT_FOUND", "There is no such sign-up, or it is older than a day; sign up again.");
    }
}
