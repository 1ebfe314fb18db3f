package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.identity.Principal;

/** Takes an application out; nothing that it holds is good any more. */
@Singleton
public class RemoveClient {
    private final OwnClients own;
    private final Clients clients;
    private final InstantSource clock;

    public RemoveClient(OwnClients own, Clients clients, InstantSource clock) {
        this.own = own;
        this.clients = clients;
        this.clock = clock;
    }

    /** @throws org.tctf.kernel.Problem {@code CLIENT_NOT_FOUND} */
    public void remove(Principal caller, String clientId) {
        caller.requireRecentProof(clock);
        clients.remove(own.get(caller, clientId));
    }
}
