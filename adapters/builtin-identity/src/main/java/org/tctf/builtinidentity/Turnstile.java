package org.tctf.builtinidentity;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.tctf.kernel.Problem;

/**
 * Lets few do expensive work at once, in the order they came, and sends away who would wait too long. Without it a flood
 * of sign-ins would take every core and 19 MiB each.
 */
final class Turnstile {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore places;

    Turnstile(int places) {
        this.places = new Semaphore(places, true);
    }

    /** @throws Problem {@code SIGN_IN_BUSY} when no place was free for ten seconds */
    <T> T pass(Supplier<T> work) {
        if (!isFreeInTime()) {
            throw PasswordKeeper.busy();
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private boolean isFreeInTime() {
        try {
            return places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
