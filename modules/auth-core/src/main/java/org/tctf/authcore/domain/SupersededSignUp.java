package org.tctf.authcore.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;

/** Came to nothing: its address was signed up again before it was confirmed. */
public record SupersededSignUp(
        String id, MembershipName released, @Nullable String language, Instant startedAt, long version)
        implements SignUp {

    /** What its client is told. */
    public static Problem problem() {
        return Problem.of(
                Problem.Kind.GONE,
                "SIGNUP_SUPERSEDED",
                "This address was signed up again since; use the newest mail, or sign up again.");
    }
}
