package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import org.tctf.authmfa.application.PublicKeyCredentials.Assertion;
import org.tctf.authmfa.domain.Ceremony;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.identity.Proof;
import org.tctf.identity.Tokens;
import org.tctf.kernel.Problem;

/** Proves once more, in a session that is open, who its member is: by a passkey. */
@Singleton
public class StepUpWithPasskey {
    private final IdentityProvider identity;
    private final TryPasskey tryPasskey;

    public StepUpWithPasskey(IdentityProvider identity, TryPasskey tryPasskey) {
        this.identity = identity;
        this.tryPasskey = tryPasskey;
    }

    /**
     * @return the session's tokens from now on; they say that the proof is recent
     * @throws Problem {@code CEREMONY_EXPIRED}, {@code PASSKEY_REFUSED}, {@code SESSION_ENDED}
     */
    public Tokens prove(Principal caller, Assertion assertion) {
        tryPasskey.accept(Ceremony.Kind.STEP_UP, caller.memberId(), caller.memberId(), assertion);
        return identity.sessions()
                .prove(caller.memberId(), caller.sessionId(), Proof.PASSKEY)
                .orElseThrow(StepUp::sessionIsOver);
    }
}
