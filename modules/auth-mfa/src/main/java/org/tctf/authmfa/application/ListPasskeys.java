package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.authmfa.domain.Passkey;
import org.tctf.identity.Principal;

/** Lists a member's passkeys. */
@Singleton
public class ListPasskeys {
    private final Passkeys passkeys;

    public ListPasskeys(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    public List<Passkey> of(Principal caller) {
        return passkeys.of(caller.memberId()).passkeys();
    }
}
