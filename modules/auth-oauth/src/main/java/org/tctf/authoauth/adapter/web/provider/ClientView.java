package org.tctf.authoauth.adapter.web.provider;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.application.provider.Registered;
import org.tctf.authoauth.domain.provider.AuthenticationMethod;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.ClientMetadata;
import org.tctf.authoauth.domain.provider.RedirectUri;
import org.tctf.authoauth.domain.provider.TokenAlgorithm;

/**
 * @param clientSecret only in the answer that it was made for; nobody can look it up later
 */
record ClientView(
        String clientId,
        @Nullable String clientSecret,
        String name,
        AuthenticationMethod authentication,
        @Nullable String jwks,
        List<String> redirectUris,
        List<String> postLogoutRedirectUris,
        List<String> scopes,
        boolean pkceOptional,
        TokenAlgorithm idTokenAlgorithm,
        Instant registeredAt,
        long version) {

    static ClientView of(Client client) {
        return of(new Registered(client, null));
    }

    static ClientView of(Registered registered) {
        Client client = registered.client();
        ClientMetadata metadata = client.metadata();
        return new ClientView(
                client.id(),
                registered.secret(),
                metadata.name(),
                metadata.authentication(),
                metadata.jwks(),
                metadata.redirectUris().stream().map(RedirectUri::value).toList(),
                metadata.postLogoutRedirectUris().stream()
                        .map(RedirectUri::value)
                        .toList(),
                metadata.scopes(),
                metadata.pkceOptional(),
                metadata.idTokenAlgorithm(),
                client.registeredAt(),
                client.version());
    }

    @Override
    public String toString() {
        return "ClientView[" + clientId + "]";
    }
}
