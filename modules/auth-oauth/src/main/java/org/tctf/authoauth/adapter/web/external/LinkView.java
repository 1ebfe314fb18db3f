package org.tctf.authoauth.adapter.web.external;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.domain.external.LinkChange;
import org.tctf.authoauth.domain.external.SignInProvider;
import org.tctf.identity.ExternalIdentities.Link;

/**
 * @param provider its id; absent when it is not offered any more
 * @param name the provider's, for people
 * @param email the address there, masked
 */
record LinkView(String linkId, @Nullable String provider, String name, String email, Instant linkedAt) {

    static LinkView of(Link link, List<SignInProvider> providers) {
        String issuer = link.identity().issuer();
        SignInProvider provider = providers.stream()
                .filter(one -> one.authority().equals(issuer))
                .findFirst()
                .orElse(null);
        return new LinkView(
                LinkChange.linkId(issuer, link.identity().subject()),
                provider == null ? null : provider.id(),
                provider == null ? issuer : provider.name(),
                link.email().masked(),
                link.linkedAt());
    }
}
