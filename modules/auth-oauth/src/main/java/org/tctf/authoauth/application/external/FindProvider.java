package org.tctf.authoauth.application.external;

import jakarta.inject.Singleton;
import org.tctf.authoauth.domain.external.SignInProvider;
import org.tctf.kernel.Problem;

/** Finds a provider that is offered. */
@Singleton
public class FindProvider {
    private final SignInProviders providers;

    public FindProvider(SignInProviders providers) {
        this.providers = providers;
    }

    /** @throws Problem {@code UNKNOWN_PROVIDER} */
    public SignInProvider find(String id) {
        return providers
                .find(id)
                .orElseThrow(() -> Problem.notFound(
                        "UNKNOWN_PROVIDER",
                        "There is no sign-in with that provider; GET /v1/auth/oauth/providers lists those there are."));
    }
}
