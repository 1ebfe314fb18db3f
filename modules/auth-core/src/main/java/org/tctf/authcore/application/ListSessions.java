package org.tctf.authcore.application;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.identity.Session;

/** Where the caller is signed in. */
@Singleton
public class ListSessions {
    private final IdentityProvider identity;

    public ListSessions(IdentityProvider identity) {
        this.identity = identity;
    }

    /** Oldest first. */
    public List<Session> of(Principal caller) {
        return identity.sessions().of(caller.memberId());
    }
}
