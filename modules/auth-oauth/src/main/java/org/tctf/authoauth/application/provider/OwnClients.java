package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.kernel.Problem;

/** An application for those who may manage it: its owner, and staff. Others don't learn that it is there. */
@Singleton
public class OwnClients {
    private final Clients clients;

    public OwnClients(Clients clients) {
        this.clients = clients;
    }

    /** @throws Problem {@code CLIENT_NOT_FOUND} */
    public Client get(Principal caller, String clientId) {
        return clients.find(clientId)
                .filter(client -> client.ownerId().equals(caller.memberId()) || caller.is(Role.STAFF))
                .orElseThrow(() -> Problem.notFound(
                        "CLIENT_NOT_FOUND", "There is no application %s of yours.".formatted(clientId)));
    }
}
