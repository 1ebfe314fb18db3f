package org.tctf.authoauth.application.provider;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.Consent;
import org.tctf.identity.Principal;

/** Which applications the caller lets know what. Those that are no longer there can do nothing, and are not listed. */
@Singleton
public class ListConsents {

    /** What is let to whom. */
    public record Given(Consent consent, Client client) {}

    private final Consents consents;
    private final Clients clients;

    public ListConsents(Consents consents, Clients clients) {
        this.consents = consents;
        this.clients = clients;
    }

    public List<Given> of(Principal caller) {
        return consents.of(caller.memberId()).stream()
                .flatMap(consent -> clients.find(consent.clientId())
                        .map(client -> new Given(consent, client))
                        .map(Stream::of)
                        .orElseGet(Stream::empty))
                .toList();
    }
}
