package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.tctf.authmfa.domain.Ruling;
import org.tctf.authmfa.domain.TempBackupCodeRequested;
import org.tctf.authmfa.domain.TemporaryCode;
import org.tctf.authmfa.domain.Usable;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.SignIns;
import org.tctf.identity.Standing;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;

/**
 * Mails a code to a member who has proved a first factor and has neither app nor backup codes at hand. It is right in the
 * sign-in that asked for it and in no other (ASVS 6.6.2), which waits for it as long as it is good. Not while the password
 * is new: whoever has only the mailbox could have reset it there, and would need nothing else (ASVS 6.4.3).
 */
@Singleton
public class RequestTemporaryCode {
    /** How long its owner has to notice a password that somebody else has set. */
    private static final Duration NEW_PASSWORD = Duration.ofDays(7);

    private final IdentityProvider identity;
    private final Factors factors;
    private final OneTimeCodes codes;
    private final InstantSource clock;

    public RequestTemporaryCode(IdentityProvider identity, Factors factors, OneTimeCodes codes, InstantSource clock) {
        this.identity = identity;
        this.factors = factors;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * @return until when the code is good
     * @throws Problem {@code CHALLENGE_EXPIRED}, {@code TEMP_BACKUP_CODE_EXISTS} with the time left, {@code
     *     SECOND_FACTOR_LOCKED}, {@code MFA_NOT_ENABLED}, {@code PASSWORD_TOO_NEW} with the time left
     */
    public Instant request(String challenge) {
        SignIns.Challenge begun = identity.signIns().challenge(challenge).orElseThrow(CompleteSignIn::expired);
        Standing standing = identity.accounts().find(begun.accountId()).orElseThrow(CompleteSignIn::expired);
        requireOldPassword(standing);
        EmailAddress email = standing.account().email();
        // First the sign-in waits, then there is a code for it: a crash between the two leaves none that could not be
        // used.
        SignIns.Challenge waiting = identity.signIns().prolong(challenge).orElseThrow(CompleteSignIn::expired);
        OneTimeCodes.Mailed mailed = codes.temporaryCode(begun.accountId(), challenge);
        Instant now = clock.instant();
        TemporaryCode code = new TemporaryCode(mailed.digest(), waiting.until(), now);
        return factors.decide(begun.accountId(), factor -> {
            Usable next = factor.usable().withTemporaryCode(code, now);
            return Ruling.of(
                    next,
                    code.expiresAt(),
                    new TempBackupCodeRequested(begun.accountId(), email, mailed.code(), code.expiresAt()));
        });
    }

    private void requireOldPassword(Standing standing) {
        Instant replacedAt = standing.passwordReplacedAt();
        Duration left =
                replacedAt == null ? Duration.ZERO : Duration.between(clock.instant(), replacedAt.plus(NEW_PASSWORD));
        if (left.isPositive()) {
            throw Problem.forbidden(
                            "PASSWORD_TOO_NEW",
                            "Your password is less than %d days old, and a code by mail would prove no more than that mailbox; use your app, a backup code or a passkey."
                                    .formatted(NEW_PASSWORD.toDays()))
                    .retryAfter(left);
        }
    }
}
