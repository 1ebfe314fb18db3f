package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;

/** An application that has registered itself takes itself out (RFC 7592 §2.3). */
@Singleton
public class RemoveSelf {
    private final SelfManagement self;
    private final Clients clients;

    public RemoveSelf(SelfManagement self, Clients clients) {
        this.self = self;
        this.clients = clients;
    }

    /** @throws org.tctf.authoauth.domain.provider.Refusal {@code invalid_token} */
    public void remove(String clientId, String managementToken) {
        clients.remove(self.require(clientId, managementToken));
    }
}
