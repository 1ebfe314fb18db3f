package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.Grant;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Standing;

/**
 * Whether a grant is still good: the application is there, the member may sign in, and, where the application may not go on
 * without them, they are still signed in. Asked at each use, so that nothing has to arrive first.
 */
@Singleton
public class FindLivingGrant {
    private final Grants grants;
    private final Clients clients;
    private final IdentityProvider identity;
    private final InstantSource clock;

    public FindLivingGrant(Grants grants, Clients clients, IdentityProvider identity, InstantSource clock) {
        this.grants = grants;
        this.clients = clients;
        this.identity = identity;
        this.clock = clock;
    }

    public Optional<LivingGrant> of(String userId, String clientId, String grantId) {
        Grant grant = grants.find(userId, clientId, grantId)
                .filter(found -> !found.isOverAt(clock.instant()))
                .orElse(null);
        Client client = clients.find(clientId).orElse(null);
        if (grant == null || client == null || !isMemberThere(grant)) {
            return Optional.empty();
        }
        return identity.accounts()
                .find(userId)
                .filter(Standing::maySignIn)
                .map(standing -> new LivingGrant(grant, client, standing));
    }

    private boolean isMemberThere(Grant grant) {
        return grant.isOffline()
                || identity.sessions().of(grant.userId()).stream()
                        .anyMatch(session -> session.id().equals(grant.sessionId()));
    }
}
