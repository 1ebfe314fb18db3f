package org.tctf.authoauth.application.external;

import jakarta.inject.Singleton;
import org.tctf.authoauth.domain.external.LinkChange;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Proof;
import org.tctf.identity.Session;

/**
 * Ends the sessions that an identity elsewhere has opened, but for the one in which it was unlinked. Nobody says which
 * identity it was, and whoever unlinks one may do so because somebody else has it: so all of them.
 */
@Singleton
public class EndExternalSessions {
    private final IdentityProvider identity;

    public EndExternalSessions(IdentityProvider identity) {
        this.identity = identity;
    }

    void end(LinkChange change) {
        identity.sessions().of(change.userId()).stream()
                .filter(session -> session.proofs().contains(Proof.EXTERNAL_IDENTITY))
                .map(Session::id)
                .filter(session -> !session.equals(change.keptSession()))
                .forEach(session -> identity.sessions().end(change.userId(), session));
    }
}
