package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/** No application registers itself by a token any more; those that have, stay. */
@Singleton
public class TakeRegistrationLeave {
    private final RegistrationLeaves leaves;
    private final InstantSource clock;

    public TakeRegistrationLeave(RegistrationLeaves leaves, InstantSource clock) {
        this.leaves = leaves;
        this.clock = clock;
    }

    /** @throws Problem {@code RECENT_AUTHENTICATION_REQUIRED}, {@code REGISTRATION_TOKEN_NOT_FOUND} */
    public void take(Principal admin, String id) {
        admin.requireRecentProof(clock);
        if (!leaves.take(id)) {
            throw Problem.notFound("REGISTRATION_TOKEN_NOT_FOUND", "There is no registration token with this id.");
        }
    }
}
