package org.tctf.app.simulation;

import java.security.Provider;
import java.security.SecureRandom;
import java.security.SecureRandomSpi;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** All that is left to chance: drawn from one seed, in one order. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    /** From 0 to one less than the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** From the one to the other, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** True so many times in a hundred. */
    boolean percent(int times) {
        return random.nextInt(100) < times;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    UUID uuid() {
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~(3L << 62) | 1L << 63);
    }

    /** What the platform draws its ids, codes and secrets from. */
    SecureRandom dice() {
        return new Dice(new Random(random.nextLong()));
    }

    /** It can be guessed, which is what it is for. */
    private static final class Dice extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private static final Provider NOBODYS = new Provider("simulation", "1", "seeded dice") {
            private static final long serialVersionUID = 1L;
        };

        Dice(Random random) {
            super(new Faces(random), NOBODYS);
        }
    }

    private static final class Faces extends SecureRandomSpi {
        private static final long serialVersionUID = 1L;
        private final Random random;

        Faces(Random random) {
            this.random = random;
        }

        @Override
        protected void engineSetSeed(byte[] more) {
            // one seed decides everything
        }

        @Override
        protected synchronized void engineNextBytes(byte[] bytes) {
            random.nextBytes(bytes);
        }

        @Override
        protected byte[] engineGenerateSeed(int length) {
            byte[] seed = new byte[length];
            random.nextBytes(seed);
            return seed;
        }
    }
}
