package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.identity.Principal;
import org.tctf.kernel.crypto.Hashes;

/** Gives an application another secret; the one before is good for another day. */
@Singleton
public class ReplaceSecret {
    private final OwnClients own;
    private final Clients clients;
    private final FreshSecrets secrets;
    private final InstantSource clock;

    public ReplaceSecret(OwnClients own, Clients clients, FreshSecrets secrets, InstantSource clock) {
        this.own = own;
        this.clients = clients;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @throws org.tctf.kernel.Problem {@code CLIENT_NOT_FOUND}, {@code NO_CLIENT_SECRET} */
    public Registered replace(Principal caller, String clientId) {
        caller.requireRecentProof(clock);
        own.get(caller, clientId);
        String secret = secrets.next();
        return new Registered(
                clients.decide(clientId, client -> client.replaceSecret(Hashes.sha256(secret), clock.instant())),
                secret);
    }
}
