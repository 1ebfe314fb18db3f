package org.tctf.authoauth.application.external;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.AuthOauthService;
import org.tctf.authoauth.domain.external.ProviderKind;
import org.tctf.authoauth.domain.external.SignInProvider;
import org.tctf.authoauth.domain.provider.RedirectUri;
import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.web.PublicUrl;

/** Sets up a provider, or changes it. What members have linked stays theirs under the issuer that proved it. */
@Singleton
public class ConfigureProvider {
    private final SignInProviders providers;
    private final Encryption encryption;
    private final PublicUrl publicUrl;
    private final InstantSource clock;

    public ConfigureProvider(
            SignInProviders providers, Encryption encryption, PublicUrl publicUrl, InstantSource clock) {
        this.providers = providers;
        this.encryption = encryption;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /**
     * What an administrator says of a provider.
     *
     * @param name absent = the usual one
     * @param issuer absent = the usual one
     * @param clientSecret absent = as before
     */
    public record Settings(
            ProviderKind kind,
            @Nullable String name,
            @Nullable String issuer,
            String clientId,
            @Nullable String clientSecret,
            List<RedirectUri> redirectUris) {

        @Override
        public String toString() {
            return "Settings[" + kind + "]";
        }
    }

    /** @throws Problem {@code ADMIN_ONLY}, {@code RECENT_AUTHENTICATION_REQUIRED}, {@code INVALID_PROVIDER} */
    public SignInProvider configure(Principal admin, String id, Settings settings) {
        requireAdmin(admin, clock);
        SignInProvider before = providers.find(id).orElse(null);
        if (before == null && providers.all().size() >= SignInProvider.MAX) {
            throw Problem.conflict(
                    "TOO_MANY_PROVIDERS",
                    "There are %d providers; remove one that nobody uses.".formatted(SignInProvider.MAX));
        }
        String issuer = settings.issuer() == null ? settings.kind().usualIssuer() : settings.issuer();
        String name = settings.name() == null ? settings.kind().usualName() : settings.name();
        var provider = new SignInProvider(
                id,
                settings.kind(),
                Objects.requireNonNullElse(name, id),
                Objects.requireNonNullElse(issuer, ""),
                settings.clientId(),
                secret(settings, before),
                settings.redirectUris());
        provider.requireCallable(publicUrl.base().getScheme().equals("http"));
        if (before != null && !before.issuer().equals(provider.issuer()) && settings.clientSecret() == null) {
            throw Problem.invalid(
                    "INVALID_PROVIDER", "A secret of one issuer is not told to another; give the new one's secret.");
        }
        providers.put(provider, admin.memberId());
        return provider;
    }

    private Encrypted secret(Settings settings, @Nullable SignInProvider before) {
        if (settings.clientSecret() != null) {
            return encryption.encrypt(AuthOauthService.CLIENT_SECRET, settings.clientSecret());
        }
        if (before == null) {
            throw Problem.invalid("INVALID_PROVIDER", "Give the client secret that the provider issued.")
                    .at("/clientSecret");
        }
        return before.clientSecret();
    }

    static void requireAdmin(Principal caller, InstantSource clock) {
        if (!caller.is(Role.ADMIN)) {
            throw Problem.forbidden("ADMIN_ONLY", "Only an admin may say who members sign in with.");
        }
        caller.requireRecentProof(clock);
    }
}
