package org.tctf.violations.library.domain;

import java.time.Instant;

/** A domain that asks the machine for the time. */
public final class BookWithItsOwnClock {
    public Instant lentAt() {
        return Instant.now();
    }
}
