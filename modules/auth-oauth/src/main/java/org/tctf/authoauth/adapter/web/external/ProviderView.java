package org.tctf.authoauth.adapter.web.external;

import java.util.List;
import org.tctf.authoauth.domain.external.ProviderKind;
import org.tctf.authoauth.domain.external.SignInProvider;
import org.tctf.authoauth.domain.provider.RedirectUri;

/** @param issuer the OpenID issuer, or the GitHub server */
record ProviderView(
        String provider, ProviderKind kind, String name, String issuer, String clientId, List<String> redirectUris) {

    static ProviderView of(SignInProvider provider) {
        return new ProviderView(
                provider.id(),
                provider.kind(),
                provider.name(),
                provider.issuer(),
                provider.clientId(),
                provider.redirectUris().stream().map(RedirectUri::value).toList());
    }
}
