package org.tctf.authuser.domain;

import java.time.Instant;
import java.util.Optional;

/** One thing that is kept of a member. */
public interface Kept {

    String userId();

    /** Grows with every change. */
    long version();

    /** When it means nothing any more; empty while the account lives. */
    default Optional<Instant> keptUntil() {
        return Optional.empty();
    }
}
