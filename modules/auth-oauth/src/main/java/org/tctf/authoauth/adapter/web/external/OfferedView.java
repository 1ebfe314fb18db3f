package org.tctf.authoauth.adapter.web.external;

import org.tctf.authoauth.domain.external.ProviderKind;
import org.tctf.authoauth.domain.external.SignInProvider;

/**
 * @param provider its id, for the paths
 * @param name for people
 */
record OfferedView(String provider, String name, ProviderKind kind) {

    static OfferedView of(SignInProvider provider) {
        return new OfferedView(provider.id(), provider.name(), provider.kind());
    }
}
