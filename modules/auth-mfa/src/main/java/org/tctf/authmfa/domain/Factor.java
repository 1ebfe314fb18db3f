package org.tctf.authmfa.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.crypto.Encrypted;

/**
 * What a member's codes are compared with.
 *
 * @param secret the authenticator's, sealed
 * @param usedStep the time step of the last accepted code: none of it or before is accepted again (RFC 6238 §5.2)
 * @param backupCodes digests of those not used yet
 */
public record Factor(
        Encrypted secret,
        long usedStep,
        List<String> backupCodes,
        @Nullable TemporaryCode temporaryCode,
        Guesses guesses) {
    public static final int BACKUP_CODES = 10;

    public Factor {
        backupCodes = List.copyOf(backupCodes);
    }

    /** What is left when this code has been used; nothing when it is wrong. */
    Optional<Factor> using(TypedCode code, Instant now) {
        return switch (code) {
            case TypedCode.Totp(var step) ->
                step.isPresent() && !isUsed(code)
                        ? Optional.of(new Factor(secret, step.getAsLong(), backupCodes, temporaryCode, Guesses.NONE))
                        : Optional.empty();
            case TypedCode.Backup(var digests) ->
                backupCodes.stream()
                        .filter(kept -> isOneOf(digests, kept))
                        .findFirst()
                        .map(used -> new Factor(secret, usedStep, without(used), temporaryCode, Guesses.NONE));
            case TypedCode.Temporary(var digests) ->
                Optional.ofNullable(temporaryCode)
                        .filter(live -> live.isLive(now) && isOneOf(digests, live.digest()))
                        .map(_ -> new Factor(secret, usedStep, backupCodes, null, Guesses.NONE));
        };
    }

    /** Whether it was right, and has been used. */
    boolean isUsed(TypedCode code) {
        return code instanceof TypedCode.Totp(var step) && step.isPresent() && step.getAsLong() <= usedStep;
    }

    Factor missed(Instant now) {
        return new Factor(secret, usedStep, backupCodes, temporaryCode, guesses.missed(now));
    }

    Factor with(List<String> newBackupCodes) {
        return new Factor(secret, usedStep, newBackupCodes, temporaryCode, guesses);
    }

    Factor with(TemporaryCode code) {
        return new Factor(secret, usedStep, backupCodes, code, guesses);
    }

    private List<String> without(String used) {
        return backupCodes.stream().filter(kept -> !kept.equals(used)).toList();
    }

    private static boolean isOneOf(Collection<String> digests, String kept) {
        return digests.stream().anyMatch(digest -> Digests.areEqual(digest, kept));
    }
}
