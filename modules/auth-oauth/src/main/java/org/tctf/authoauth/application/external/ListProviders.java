package org.tctf.authoauth.application.external;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.authoauth.domain.external.SignInProvider;

/** Lists the providers that members may sign in with. */
@Singleton
public class ListProviders {
    private final SignInProviders providers;

    public ListProviders(SignInProviders providers) {
        this.providers = providers;
    }

    public List<SignInProvider> list() {
        return providers.all();
    }
}
