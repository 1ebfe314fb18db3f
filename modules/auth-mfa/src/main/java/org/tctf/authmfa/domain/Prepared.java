package org.tctf.authmfa.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tctf.kernel.crypto.Encrypted;

/** An authenticator has been given a secret and is still to prove that it has it. Nothing is asked for yet. */
public record Prepared(String userId, Encrypted secret, Instant until, long version) implements SecondFactor {
    public static final Duration LIFE = Duration.ofMinutes(15);

    /** In the place of whatever there was before it was turned on. */
    public static Prepared after(SecondFactor before, Encrypted secret, Instant now) {
        before.requireUnused();
        return new Prepared(before.userId(), secret, now.plus(LIFE), before.version() + 1);
    }

    @Override
    public boolean isNeeded() {
        return false;
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    /** @param usedStep of the second of the two codes that proved it */
    public Enabling proved(long usedStep, List<String> backupCodes) {
        return new Enabling(userId, new Factor(secret, usedStep, backupCodes, null, Guesses.NONE), version + 1);
    }
}
