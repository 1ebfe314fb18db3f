package org.tctf.authpassword.domain;

import java.time.Duration;
import java.time.Instant;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;

/** A password is to be replaced by somebody who has forgotten it. When it is, this is gone. */
public sealed interface Reset permits RequestedReset, ProvedReset {
    /** From the first mail on; as long as an address may not ask again. */
    Duration LIFE = Duration.ofHours(1);

    String id();

    EmailAddress email();

    Instant requestedAt();

    long version();

    default Instant expiresAt() {
        return requestedAt().plus(LIFE);
    }

    /** Of an id that is unknown, over, or was used up. */
    static Problem notFound() {
        return Problem.notFound(
                "RESET_NOT_FOUND", "There is no such password reset any more; ask for a new one, or sign in.");
    }
}
