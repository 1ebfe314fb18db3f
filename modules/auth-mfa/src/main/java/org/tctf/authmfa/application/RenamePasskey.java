package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import org.tctf.authmfa.domain.Passkey;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/** Calls a passkey something else. No credential changes by it, so it takes no recent proof. */
@Singleton
public class RenamePasskey {
    private final Passkeys passkeys;

    public RenamePasskey(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    /** @throws Problem {@code PASSKEY_NOT_FOUND} */
    public Passkey rename(Principal caller, String id, String name) {
        return passkeys.decide(caller.memberId(), ring -> ring.renamed(id, name))
                .find(id)
                .orElseThrow();
    }
}
