package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.tctf.authmfa.application.OneTimeCodes.Shown;
import org.tctf.authmfa.domain.Factor;
import org.tctf.authmfa.domain.Prepared;
import org.tctf.authmfa.domain.Ruling;
import org.tctf.authmfa.domain.SecondFactor;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.identity.Proof;
import org.tctf.kernel.Problem;

/** Turns the second factor on, once two codes in a row have proved that the app has the secret. {@link SettleFactor} says why a crash is harmless. */
@Singleton
public class CompleteSetup {
    private final IdentityProvider identity;
    private final Factors factors;
    private final AuthenticatorApps apps;
    private final OneTimeCodes codes;
    private final SettleFactor settleFactor;
    private final InstantSource clock;

    public CompleteSetup(
            IdentityProvider identity,
            Factors factors,
            AuthenticatorApps apps,
            OneTimeCodes codes,
            SettleFactor settleFactor,
            InstantSource clock) {
        this.identity = identity;
        this.factors = factors;
        this.apps = apps;
        this.codes = codes;
        this.settleFactor = settleFactor;
        this.clock = clock;
    }

    /**
     * @return the backup codes, which nobody will ever see again
     * @throws Problem {@code SETUP_NOT_STARTED}, {@code WRONG_CODES}, {@code MFA_ALREADY_ENABLED}, {@code
     *     RECENT_AUTHENTICATION_REQUIRED}
     */
    public List<String> complete(Principal caller, String first, String second) {
        caller.requireRecentProof(clock);
        String userId = caller.memberId();
        List<Shown> backup = IntStream.range(0, Factor.BACKUP_CODES)
                .mapToObj(_ -> codes.backupCode(userId))
                .toList();
        Instant now = clock.instant();
        factors.decide(userId, factor -> {
            Prepared prepared = prepared(factor, now);
            OptionalLong step = apps.stepOfSecond(userId, prepared.secret(), first, second, now);
            if (step.isEmpty()) {
                throw Problem.invalid(
                        "WRONG_CODES",
                        "Type two codes that your app shows one after the other, the older one first; also look whether your device's clock is right.");
            }
            return Ruling.nothing(
                    prepared.proved(
                            step.getAsLong(), backup.stream().map(Shown::digest).toList()),
                    userId);
        });
        settleFactor.settle(userId);
        // Who has just proved both needs no new sign-in for a role that takes a second factor.
        identity.sessions().strengthen(userId, caller.sessionId(), Proof.TOTP);
        return backup.stream().map(Shown::code).toList();
    }

    private static Prepared prepared(SecondFactor factor, Instant now) {
        factor.requireUnused();
        if (factor instanceof Prepared prepared && !prepared.isOver(now)) {
            return prepared;
        }
        throw Problem.conflict(
                "SETUP_NOT_STARTED", "There is no setup under way, or it took too long; start it again.");
    }
}
