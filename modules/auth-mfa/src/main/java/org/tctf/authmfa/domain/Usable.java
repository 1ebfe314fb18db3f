package org.tctf.authmfa.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tctf.kernel.Problem;

/** A second factor whose codes are accepted: also while the provider is being told to ask, or no longer to ask, for it. */
public sealed interface Usable extends SecondFactor permits Enabling, On, Disabling {

    Factor factor();

    Usable with(Factor other);

    /**
     * Tries a code. The use of a right one, and the miss of a wrong one, are part of the state that is committed before
     * anybody hears which it was: parallel guesses are tried one after the other.
     *
     * @return the refusal of a wrong one, with the attempts left
     * @throws Problem {@code SECOND_FACTOR_LOCKED}
     */
    default Ruling<Optional<Problem>> tried(TypedCode code, Instant now) {
        factor().guesses().requireOpen(now);
        return factor().using(code, now).map(used -> right(used, code)).orElseGet(() -> wrong(code, now));
    }

    private Ruling<Optional<Problem>> right(Factor used, TypedCode code) {
        return code instanceof TypedCode.Backup
                ? Ruling.of(
                        with(used),
                        Optional.empty(),
                        new BackupCodeUsed(userId(), used.backupCodes().size()))
                : Ruling.of(with(used), Optional.empty());
    }

    private Ruling<Optional<Problem>> wrong(TypedCode code, Instant now) {
        Factor missed = factor().missed(now);
        int left = missed.guesses().left();
        List<Object> facts = new ArrayList<>();
        facts.add(new SecondFactorFailed(userId(), code.kind(), left));
        Instant lock = missed.guesses().lockedUntil();
        if (lock != null) {
            facts.add(new SecondFactorLocked(userId(), lock));
        }
        Problem refusal = (factor().isUsed(code) ? used() : Problem.invalid("WRONG_CODE", sentence(left)))
                .at("/code")
                .remainingAttempts(left);
        return new Ruling<>(
                with(missed), facts, Optional.of(lock == null ? refusal : refusal.retryAfter(Guesses.LOCK)));
    }

    private static Problem used() {
        return Problem.invalid("CODE_ALREADY_USED", "This code has been used; wait for the next one and type that.");
    }

    private static String sentence(int left) {
        return left == 0
                ? "This code is wrong, and was the last attempt for a quarter of an hour."
                : "This code is wrong; type it again, or the next one.";
    }

    /** In the place of all that there were. */
    default Ruling<Optional<Problem>> withBackupCodes(List<String> digests) {
        return Ruling.of(
                with(factor().with(digests)), Optional.empty(), new BackupCodesReset(userId(), digests.size()));
    }

    /**
     * One at a time: the newest is the one that counts, as with all that we mail.
     *
     * @throws Problem {@code TEMP_BACKUP_CODE_EXISTS} with the time left, {@code SECOND_FACTOR_LOCKED}
     */
    default Usable withTemporaryCode(TemporaryCode code, Instant now) {
        factor().guesses().requireOpen(now);
        TemporaryCode before = factor().temporaryCode();
        Duration pause = before == null ? Duration.ZERO : before.pauseLeft(now);
        if (pause.isPositive()) {
            throw Problem.conflict(
                            "TEMP_BACKUP_CODE_EXISTS",
                            "A code has just been mailed; type it where you asked for it, or ask again later.")
                    .retryAfter(pause);
        }
        return with(factor().with(code));
    }

    @Override
    default Usable usable() {
        return this;
    }

    @Override
    default void requireUnused() {
        throw Problem.conflict(
                "MFA_ALREADY_ENABLED", "A second factor is turned on; turn it off before you set up another.");
    }
}
