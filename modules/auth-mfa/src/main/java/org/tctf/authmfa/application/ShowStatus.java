package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.authmfa.domain.Disabling;
import org.tctf.authmfa.domain.Guesses;
import org.tctf.authmfa.domain.SecondFactor;
import org.tctf.authmfa.domain.Usable;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;

/** Shows a member how their second factor stands. */
@Singleton
public class ShowStatus {

    /** @param lockedUntil after too many wrong codes; absent when codes are accepted */
    public record Status(
            boolean isEnabled,
            int backupCodesLeft,
            int passkeys,
            int trustedDevices,
            @Nullable Instant lockedUntil) {}

    private final IdentityProvider identity;
    private final Factors factors;
    private final Passkeys passkeys;
    private final InstantSource clock;

    public ShowStatus(IdentityProvider identity, Factors factors, Passkeys passkeys, InstantSource clock) {
        this.identity = identity;
        this.factors = factors;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    public Status show(Principal caller) {
        String userId = caller.memberId();
        SecondFactor factor = factors.of(userId);
        boolean isEnabled = factor instanceof Usable && !(factor instanceof Disabling);
        return new Status(
                isEnabled,
                factor instanceof Usable usable ? usable.factor().backupCodes().size() : 0,
                passkeys.of(userId).passkeys().size(),
                identity.secondFactors().devices(userId).size(),
                factor instanceof Usable usable ? lock(usable.factor().guesses()) : null);
    }

    private @Nullable Instant lock(Guesses guesses) {
        Instant until = guesses.lockedUntil();
        return until != null && clock.instant().isBefore(until) ? until : null;
    }
}
