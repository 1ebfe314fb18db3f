package org.tctf.authoauth.application.external;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/** Takes out a provider: nobody can sign in with it. The links stay, for the day it is set up again. */
@Singleton
public class RemoveProvider {
    private final SignInProviders providers;
    private final InstantSource clock;

    public RemoveProvider(SignInProviders providers, InstantSource clock) {
        this.providers = providers;
        this.clock = clock;
    }

    /** @throws Problem {@code ADMIN_ONLY}, {@code RECENT_AUTHENTICATION_REQUIRED}, {@code UNKNOWN_PROVIDER} */
    public void remove(Principal admin, String id) {
        ConfigureProvider.requireAdmin(admin, clock);
        if (!providers.remove(id, admin.memberId())) {
            throw Problem.notFound("UNKNOWN_PROVIDER", "There is no such provider.");
        }
    }
}
