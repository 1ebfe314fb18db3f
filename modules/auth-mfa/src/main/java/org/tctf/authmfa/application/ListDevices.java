package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.identity.SecondFactors.TrustedDevice;

/** Lists the devices that need not bring a code. */
@Singleton
public class ListDevices {
    private final IdentityProvider identity;

    public ListDevices(IdentityProvider identity) {
        this.identity = identity;
    }

    public List<TrustedDevice> of(Principal caller) {
        return identity.secondFactors().devices(caller.memberId());
    }
}
