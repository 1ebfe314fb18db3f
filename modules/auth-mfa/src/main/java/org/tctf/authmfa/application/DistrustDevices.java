package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/** Has devices bring a code again. That only ever makes an account safer, so it takes no recent proof. */
@Singleton
public class DistrustDevices {
    private final IdentityProvider identity;

    public DistrustDevices(IdentityProvider identity) {
        this.identity = identity;
    }

    /**
     * @param deviceId none: all of them
     * @throws Problem {@code DEVICE_NOT_FOUND}
     */
    public void distrust(Principal caller, @Nullable String deviceId) {
        if (deviceId == null) {
            identity.secondFactors().distrustAll(caller.memberId());
        } else if (!identity.secondFactors().distrust(caller.memberId(), deviceId)) {
            throw Problem.notFound(
                    "DEVICE_NOT_FOUND", "You have no trusted device with this id; list them to see those you have.");
        }
    }
}
