package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.identity.Principal;

/** The caller's applications. */
@Singleton
public class ListClients {
    private final Clients clients;

    public ListClients(Clients clients) {
        this.clients = clients;
    }

    public List<Client> of(Principal caller) {
        return clients.of(caller.memberId());
    }
}
