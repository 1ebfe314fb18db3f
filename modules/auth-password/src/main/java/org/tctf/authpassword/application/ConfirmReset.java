package org.tctf.authpassword.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.authpassword.domain.ProvedReset;
import org.tctf.authpassword.domain.Reset;
import org.tctf.identity.Password;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Hashes;

/**
 * Sets the new password of somebody who has proved that the address is theirs. It opens no session: signing in follows,
 * with the second factor where there is one.
 */
@Singleton
public class ConfirmReset {
    private final Resets resets;
    private final ReplacePassword replacePassword;
    private final InstantSource clock;

    public ConfirmReset(Resets resets, ReplacePassword replacePassword, InstantSource clock) {
        this.resets = resets;
        this.replacePassword = replacePassword;
        this.clock = clock;
    }

    /**
     * @param token from {@link VerifyResetCode}
     * @throws Problem {@code RESET_NOT_FOUND}, {@code RESET_EXPIRED}, what the policy says, {@code PASSWORD_USED_BEFORE}
     */
    public void confirm(String resetId, String token, Password next) {
        if (!(resets.find(resetId) instanceof ProvedReset proved)) {
            throw Reset.notFound();
        }
        proved.requireToken(Hashes.sha256(token), clock.instant());
        replacePassword.replace(proved.accountId(), proved.email(), next, null, resetId);
    }
}
