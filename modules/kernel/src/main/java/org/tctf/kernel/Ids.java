package org.tctf.kernel;

import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Where new identifiers come from. Injected, so that a test or a simulation can repeat a run exactly. */
@FunctionalInterface
public interface Ids {

    /** A new identifier, never given before. */
    UUID next();

    /**
     * UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then a 12-bit counter seeded at random in each
     * millisecond (§6.2 method 1), then 62 random bits. Ids of one generator sort in the order they were given, also
     * when the clock steps back. Safe for concurrent use.
     */
    static Ids v7(InstantSource clock, RandomGenerator random) {
        return new UuidV7(clock, random);
    }
}
