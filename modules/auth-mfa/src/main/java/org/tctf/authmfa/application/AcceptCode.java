package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.authmfa.domain.CodeKind;
import org.tctf.authmfa.domain.TypedCode;
import org.tctf.authmfa.domain.Usable;
import org.tctf.kernel.Problem;

/** Tries codes that somebody typed. */
@Singleton
public class AcceptCode {

    /** @param challenge of the sign-in that it is typed in, if it is one: a mailed code is right in its own only */
    public record Attempt(
            String userId,
            CodeKind kind,
            String code,
            @Nullable String challenge) {}

    private final Factors factors;
    private final AuthenticatorApps apps;
    private final OneTimeCodes codes;
    private final InstantSource clock;

    public AcceptCode(Factors factors, AuthenticatorApps apps, OneTimeCodes codes, InstantSource clock) {
        this.factors = factors;
        this.apps = apps;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * Accepts the code, which is spent then.
     *
     * @throws Problem {@code WRONG_CODE}, {@code CODE_ALREADY_USED} with the attempts left; {@code SECOND_FACTOR_LOCKED}
     *     with the time left; {@code MFA_NOT_ENABLED}
     */
    public void accept(Attempt attempt) {
        Instant now = clock.instant();
        Optional<Problem> refusal = factors.decide(attempt.userId(), factor -> {
            Usable usable = factor.usable();
            return usable.tried(typed(usable, attempt, now), now);
        });
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    private TypedCode typed(Usable usable, Attempt attempt, Instant now) {
        String userId = usable.userId();
        String code = attempt.code();
        String challenge = attempt.challenge();
        return switch (attempt.kind()) {
            case TOTP -> new TypedCode.Totp(apps.stepOf(userId, usable.factor().secret(), code, now));
            case BACKUP_CODE -> new TypedCode.Backup(codes.digestsOfBackupCode(userId, code));
            case TEMPORARY_BACKUP_CODE ->
                new TypedCode.Temporary(
                        challenge == null ? List.of() : codes.digestsOfTemporaryCode(userId, challenge, code));
        };
    }
}
