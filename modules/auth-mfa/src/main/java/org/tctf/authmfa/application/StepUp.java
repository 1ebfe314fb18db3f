package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import org.tctf.authmfa.domain.CodeKind;
import org.tctf.identity.AccessToken;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/** Proves once more, in a session that is open, who its member is: by a code of their app. */
@Singleton
public class StepUp {
    private final IdentityProvider identity;
    private final AcceptCode acceptCode;

    public StepUp(IdentityProvider identity, AcceptCode acceptCode) {
        this.identity = identity;
        this.acceptCode = acceptCode;
    }

    /**
     * @return an access token that says that the proof is recent
     * @throws Problem {@code SESSION_ENDED}; as {@link AcceptCode#accept}
     */
    public AccessToken prove(Principal caller, String code) {
        acceptCode.accept(caller.memberId(), CodeKind.TOTP, code);
        return identity.sessions().prove(caller.memberId(), caller.sessionId()).orElseThrow(StepUp::sessionIsOver);
    }

    static Problem sessionIsOver() {
        return Problem.unauthenticated("SESSION_ENDED", "This session has ended; sign in again.");
    }
}
