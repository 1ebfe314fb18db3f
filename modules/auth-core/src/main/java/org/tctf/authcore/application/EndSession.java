package org.tctf.authcore.application;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.authcore.domain.SignedOut;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/** Ends one of the caller's sessions, perhaps on a device that is lost. */
@Singleton
public class EndSession {
    private final IdentityProvider identity;
    private final SecurityFacts facts;

    public EndSession(IdentityProvider identity, SecurityFacts facts) {
        this.identity = identity;
        this.facts = facts;
    }

    /** @throws Problem {@code SESSION_NOT_FOUND}, also when it is somebody else's */
    public void end(Principal caller, String sessionId) {
        if (!identity.sessions().end(caller.memberId(), sessionId)) {
            throw Problem.notFound(
                    "SESSION_NOT_FOUND", "You have no session %s; it may have ended already.".formatted(sessionId));
        }
        facts.happened(
                caller.memberId(),
                new SignedOut(caller.memberId(), List.of(sessionId), SignedOut.Reason.ENDED_REMOTELY));
    }
}
