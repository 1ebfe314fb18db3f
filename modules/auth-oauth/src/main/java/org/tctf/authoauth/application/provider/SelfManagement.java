package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.Refusal;
import org.tctf.kernel.crypto.Hashes;

/** Which application manages itself, as its registration access token proves (RFC 7592 §2). */
@Singleton
public class SelfManagement {
    private final Clients clients;

    public SelfManagement(Clients clients) {
        this.clients = clients;
    }

    /**
     * The same answer for a wrong token and an application that is not there.
     *
     * @throws Refusal {@code invalid_token}
     */
    public Client require(String clientId, String managementToken) {
        return clients.find(clientId)
                .filter(client -> client.isManagedBy(Hashes.sha256(managementToken)))
                .orElseThrow(Refusal::invalidToken);
    }
}
