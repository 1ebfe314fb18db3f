package org.tctf.communication.domain;

import java.time.Duration;

/** How soon a device is to be woken (RFC 8030 §5.3), and how long a push service keeps what it cannot deliver (§5.2). */
public enum Urgency {
    /** Also on a low battery: somebody may be in the account. */
    HIGH(Duration.ofDays(3)),
    NORMAL(Duration.ofDays(1)),
    /** When it has power or is used anyway: it can be read in the app as well. */
    LOW(Duration.ofHours(12));

    private final Duration kept;

    Urgency(Duration kept) {
        this.kept = kept;
    }

    public Duration kept() {
        return kept;
    }
}
