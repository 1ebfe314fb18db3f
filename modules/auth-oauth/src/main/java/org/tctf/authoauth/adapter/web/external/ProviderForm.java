package org.tctf.authoauth.adapter.web.external;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.application.external.ConfigureProvider;
import org.tctf.authoauth.domain.external.ProviderKind;
import org.tctf.authoauth.domain.external.SignInProvider;
import org.tctf.authoauth.domain.provider.RedirectUri;

/**
 * @param name for people; the usual one unless said otherwise
 * @param issuer of an OPENID_CONNECT provider, as in its discovery document; of GITHUB only an Enterprise Server's address
 * @param clientId as the provider issued it
 * @param clientSecret as the provider issued it; left out, it stays as it is
 * @param redirectUris pages of ours that the provider may send a browser back to, registered there as well
 */
record ProviderForm(
        ProviderKind kind,
        @Nullable @Size(min = 1, max = 60) String name,
        @Nullable @Size(min = 1, max = 500) String issuer,
        @Size(min = 1, max = 500) String clientId,
        @Nullable @Size(min = 1, max = 2000) String clientSecret,

        @Size(min = 1, max = SignInProvider.MAX_URIS) List<@Size(max = RedirectUri.MAX_LENGTH) String> redirectUris) {

    ConfigureProvider.Settings settings() {
        return new ConfigureProvider.Settings(
                kind,
                name,
                issuer,
                clientId,
                clientSecret,
                redirectUris.stream().map(RedirectUri::new).toList());
    }

    @Override
    public String toString() {
        return "ProviderForm[" + kind + "]";
    }
}
