package org.tctf.authoauth.adapter.web.provider;

import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.application.provider.ProveClient;
import org.tctf.authoauth.domain.provider.AuthenticationMethod;
import org.tctf.authoauth.domain.provider.Client;
import org.tctf.authoauth.domain.provider.Refusal;

/** Which application calls, as the protocol library has read its proof. */
@Singleton
class Callers {
    private final ProveClient proveClient;

    Callers(ProveClient proveClient) {
        this.proveClient = proveClient;
    }

    /** @throws Refusal {@code invalid_client} */
    Client prove(@Nullable ClientAuthentication authentication, @Nullable ClientID id) {
        return switch (authentication) {
            case ClientSecretBasic basic ->
                proveClient.prove(new ProveClient.BySecret(
                        basic.getClientID().getValue(),
                        AuthenticationMethod.CLIENT_SECRET_BASIC,
                        basic.getClientSecret().getValue()));
            case ClientSecretPost post ->
                proveClient.prove(new ProveClient.BySecret(
                        post.getClientID().getValue(),
                        AuthenticationMethod.CLIENT_SECRET_POST,
                        post.getClientSecret().getValue()));
            case PrivateKeyJWT signed ->
                proveClient.prove(new ProveClient.ByAssertion(
                        signed.getClientID().getValue(),
                        signed.getClientAssertion().serialize()));
            case null -> proveClient.prove(new ProveClient.JustId(id == null ? "" : id.getValue()));
            default -> throw Refusal.of("invalid_client", "This way of proving an application is not supported.");
        };
    }
}
