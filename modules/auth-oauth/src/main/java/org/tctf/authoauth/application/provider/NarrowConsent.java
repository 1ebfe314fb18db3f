package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.tctf.authoauth.domain.provider.Consent;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/** Takes back some of what an application may; from the next moment on its tokens are good for the rest only. */
@Singleton
public class NarrowConsent {
    private final Consents consents;
    private final InstantSource clock;

    public NarrowConsent(Consents consents, InstantSource clock) {
        this.consents = consents;
        this.clock = clock;
    }

    /** @throws Problem {@code CONSENT_NOT_FOUND}; as {@link Consent#narrow} */
    public void narrow(Principal caller, String clientId, List<String> left) {
        consents.decide(
                caller.memberId(),
                clientId,
                known -> known.orElseThrow(() -> RevokeConsent.notFound(clientId))
                        .narrow(left, clock.instant()));
    }
}
