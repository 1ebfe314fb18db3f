package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.ClientMetadata;
import org.tctf.identity.Principal;
import org.tctf.kernel.web.ETag;

/** Replaces what is said of an application. Where its answers go is as good as its secret, so it needs a recent proof. */
@Singleton
public class ChangeClient {
    private final OwnClients own;
    private final Clients clients;
    private final InstantSource clock;

    public ChangeClient(OwnClients own, Clients clients, InstantSource clock) {
        this.own = own;
        this.clients = clients;
        this.clock = clock;
    }

    /** @throws org.tctf.kernel.Problem {@code CLIENT_NOT_FOUND}, {@code VERSION_MISMATCH}, {@code CLIENT_AUTHENTICATION_FIXED} */
    public Client change(Principal caller, String clientId, @Nullable String ifMatch, ClientMetadata metadata) {
        caller.requireRecentProof(clock);
        own.get(caller, clientId);
        return clients.decide(clientId, client -> {
            ETag.check(ifMatch, client.version());
            return client.change(metadata);
        });
    }
}
