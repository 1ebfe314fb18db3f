package org.tctf.violations.library.domain;

import java.util.Random;

/** A domain whose codes follow from the one before. */
public final class BookWithItsOwnDice {
    private final Random random = new Random();

    public int nextCode() {
        return random.nextInt(1_000_000);
    }
}
