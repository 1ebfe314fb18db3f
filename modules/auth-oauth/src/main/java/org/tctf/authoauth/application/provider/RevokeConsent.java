package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/** Takes back what an application may; from the next moment on it can do nothing of it. */
@Singleton
public class RevokeConsent {
    private final Consents consents;

    public RevokeConsent(Consents consents) {
        this.consents = consents;
    }

    /** @throws Problem {@code CONSENT_NOT_FOUND} */
    public void revoke(Principal caller, String clientId) {
        consents.revoke(consents.find(caller.memberId(), clientId).orElseThrow(() -> notFound(clientId)));
    }

    static Problem notFound(String clientId) {
        return Problem.notFound(
                "CONSENT_NOT_FOUND", "You have not let the application %s do anything.".formatted(clientId));
    }
}
