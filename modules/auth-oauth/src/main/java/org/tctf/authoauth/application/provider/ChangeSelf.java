package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.ClientMetadata;
import org.tctf.authoauth.domain.provider.Refusal;

/** An application that has registered itself says otherwise of itself (RFC 7592 §2.2). It never gets more scopes. */
@Singleton
public class ChangeSelf {
    private final SelfManagement self;
    private final Clients clients;

    public ChangeSelf(SelfManagement self, Clients clients) {
        this.self = self;
        this.clients = clients;
    }

    /** @throws Refusal {@code invalid_token}, {@code invalid_client_metadata} */
    public Client change(String clientId, String managementToken, ClientMetadata metadata) {
        Client known = self.require(clientId, managementToken);
        if (!known.metadata().scopes().containsAll(metadata.scopes())) {
            throw Refusal.of("invalid_client_metadata", "Ask for no more scopes than were registered.");
        }
        return clients.decide(clientId, client -> client.change(metadata));
    }
}
