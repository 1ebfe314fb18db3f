package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.Consent;
import org.tctf.authoauth.domain.provider.Grant;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Standing;

/**
 * Whether a grant is still good, and for what: the application is there, the member may sign in, has not taken back what
 * they agreed to, and, where the application may not go on without them, is still signed in; and everybody's sessions were
 * not ended since. Asked at each use, so that nothing has to arrive first.
 */
@Singleton
public class FindLivingGrant {
    private final Grants grants;
    private final Consents consents;
    private final Clients clients;
    private final IdentityProvider identity;
    private final InstantSource clock;

    public FindLivingGrant(
            Grants grants, Consents consents, Clients clients, IdentityProvider identity, InstantSource clock) {
        this.grants = grants;
        this.consents = consents;
        this.clients = clients;
        this.identity = identity;
        this.clock = clock;
    }

    public Optional<LivingGrant> of(String userId, String clientId, String grantId) {
        Grant given = grants.find(userId, clientId, grantId)
                .filter(found -> !found.isOverAt(clock.instant()))
                .orElse(null);
        Consent consent = consents.find(userId, clientId).orElse(null);
        Client client = clients.find(clientId).orElse(null);
        if (given == null || consent == null || client == null) {
            return Optional.empty();
        }
        Set<String> withheld = consent.withheldFrom(given.grantedAt());
        Grant left = given.without(withheld);
        if (!isMemberThere(left)) {
            return Optional.empty();
        }
        return identity.accounts()
                .find(userId)
                .filter(Standing::maySignIn)
                .map(standing -> new LivingGrant(left, client, standing, withheld));
    }

    private boolean isMemberThere(Grant grant) {
        if (grant.isOffline()) {
            return !grant.grantedAt().isBefore(identity.sessions().everybodysEnd());
        }
        return identity.sessions().of(grant.userId()).stream()
                .anyMatch(session -> session.id().equals(grant.sessionId()));
    }
}
