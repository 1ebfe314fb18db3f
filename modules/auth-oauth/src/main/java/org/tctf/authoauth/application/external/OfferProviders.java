package org.tctf.authoauth.application.external;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.authoauth.domain.external.SignInProvider;

/** Offers the providers that may send a browser back to a page. */
@Singleton
public class OfferProviders {
    private final SignInProviders providers;

    public OfferProviders(SignInProviders providers) {
        this.providers = providers;
    }

    public List<SignInProvider> thatReturnTo(String address) {
        return providers.all().stream()
                .filter(provider -> provider.returnsTo(address))
                .toList();
    }
}
