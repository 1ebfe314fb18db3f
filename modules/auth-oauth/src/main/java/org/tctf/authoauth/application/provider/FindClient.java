package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.kernel.Problem;

/** The application behind an id. */
@Singleton
public class FindClient {
    private final Clients clients;

    public FindClient(Clients clients) {
        this.clients = clients;
    }

    /** @throws Problem {@code UNKNOWN_CLIENT}, for the member who was sent here: nobody can be sent back */
    public Client by(String clientId) {
        return clients.find(clientId)
                .orElseThrow(() -> Problem.invalid(
                        "UNKNOWN_CLIENT", "The application that sent you here is not registered with us."));
    }
}
