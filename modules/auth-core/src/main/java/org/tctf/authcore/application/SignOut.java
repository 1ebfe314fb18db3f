package org.tctf.authcore.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.tctf.authcore.domain.SignedOut;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;

/**
 * Ends the caller's session, or all of theirs.
 *
 * <p>Crash: the sessions end first. If the fact is not published then, nobody stays signed in who should not be; the other
 * way round somebody might.
 */
@Singleton
public class SignOut {

    /** What ends. */
    public enum Scope {
        THIS_SESSION,
        ALL_SESSIONS
    }

    private final IdentityProvider identity;
    private final SecurityFacts facts;

    public SignOut(IdentityProvider identity, SecurityFacts facts) {
        this.identity = identity;
        this.facts = facts;
    }

    /** Nothing happens when the session has ended already. */
    public void signOut(Principal caller, Scope scope) {
        List<String> ended = switch (scope) {
            case THIS_SESSION ->
                identity.sessions().end(caller.memberId(), caller.sessionId())
                        ? List.of(caller.sessionId())
                        : List.of();
            case ALL_SESSIONS -> identity.sessions().endAll(caller.memberId(), Instant.MAX);
        };
        if (!ended.isEmpty()) {
            facts.happened(caller.memberId(), new SignedOut(caller.memberId(), ended, SignedOut.Reason.SIGNED_OUT));
        }
    }
}
