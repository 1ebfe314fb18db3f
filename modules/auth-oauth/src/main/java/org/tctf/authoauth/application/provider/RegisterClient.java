package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.ClientMetadata;
import org.tctf.identity.Principal;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Hashes;

/** Registers a member's application. */
@Singleton
public class RegisterClient {
    private final Clients clients;
    private final FreshSecrets secrets;
    private final Ids ids;
    private final InstantSource clock;

    public RegisterClient(Clients clients, FreshSecrets secrets, Ids ids, InstantSource clock) {
        this.clients = clients;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws Problem {@code TOO_MANY_CLIENTS}, {@code RECENT_AUTHENTICATION_REQUIRED} */
    public Registered register(Principal owner, ClientMetadata metadata) {
        owner.requireRecentProof(clock);
        if (clients.of(owner.memberId()).size() >= Client.MAX_OF_OWNER) {
            throw Problem.conflict(
                    "TOO_MANY_CLIENTS",
                    "You have %d applications; delete one that you no longer need.".formatted(Client.MAX_OF_OWNER));
        }
        @Nullable String secret = metadata.authentication().bySecret() ? secrets.next() : null;
        var registered = Client.register(
                ids.next().toString(),
                owner.memberId(),
                metadata,
                secret == null ? null : Hashes.sha256(secret),
                clock.instant());
        clients.add(registered);
        return new Registered(registered.state(), secret);
    }
}
