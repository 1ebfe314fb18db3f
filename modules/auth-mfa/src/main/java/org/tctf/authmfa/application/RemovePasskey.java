package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/**
 * Removes a passkey. It is never the last way in: a password, or an identity elsewhere, is left, since the provider lets go of
 * the last of those for nobody.
 */
@Singleton
public class RemovePasskey {
    private final Passkeys passkeys;
    private final InstantSource clock;

    public RemovePasskey(Passkeys passkeys, InstantSource clock) {
        this.passkeys = passkeys;
        this.clock = clock;
    }

    /** @throws Problem {@code RECENT_AUTHENTICATION_REQUIRED}, {@code PASSKEY_NOT_FOUND} */
    public void remove(Principal caller, String id) {
        caller.requireRecentProof(clock);
        passkeys.decide(caller.memberId(), ring -> ring.without(id));
    }
}
