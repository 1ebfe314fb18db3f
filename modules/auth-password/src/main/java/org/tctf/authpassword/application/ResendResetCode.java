package org.tctf.authpassword.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.tctf.authpassword.AuthPasswordService;
import org.tctf.authpassword.domain.RequestedReset;
import org.tctf.authpassword.domain.Reset;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.crypto.NumericCodes;

/** Mails another code for a reset. */
@Singleton
public class ResendResetCode {
    private final Resets resets;
    private final NumericCodes codes;
    private final Encryption encryption;
    private final InstantSource clock;

    public ResendResetCode(Resets resets, NumericCodes codes, Encryption encryption, InstantSource clock) {
        this.resets = resets;
        this.codes = codes;
        this.encryption = encryption;
        this.clock = clock;
    }

    /**
     * @throws Problem {@code RESET_NOT_FOUND}, {@code RESET_COOLDOWN} within a minute of the mail before, {@code
     *     TOO_MANY_RESET_MAILS} after the third
     */
    public void resend(String resetId) {
        Instant now = clock.instant();
        resets.decide(resetId, reset -> {
            if (!(reset instanceof RequestedReset requested)) {
                throw Reset.notFound();
            }
            NumericCodes.Issued issued = codes.issue(resetId + "." + (requested.mails() + 1));
            return requested.resend(
                    issued.digest(), encryption.encrypt(AuthPasswordService.RESET_CODE, issued.code()), now);
        });
    }
}
