package org.tctf.authoauth.adapter.upstream;

import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tctf.authoauth.AuthOauthService;
import org.tctf.authoauth.application.external.Claimed;
import org.tctf.authoauth.application.external.ForeignProofs;
import org.tctf.authoauth.domain.external.AttemptSecret;
import org.tctf.authoauth.domain.external.ProviderKind;
import org.tctf.authoauth.domain.external.SignInProvider;
import org.tctf.kernel.breaker.BreakerStates;
import org.tctf.kernel.crypto.Encryption;
import org.tctf.kernel.web.PublicUrl;

/** The providers over HTTP. What is known of one is kept for as long as it is set up as it is. */
@Singleton
public class HttpForeignProofs implements ForeignProofs {

    private record Known(SignInProvider as, Upstream upstream) {}

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Encryption encryption;
    private final BreakerStates breakers;
    private final InstantSource clock;
    private final BoundedSender sender;

    public HttpForeignProofs(Encryption encryption, BreakerStates breakers, PublicUrl publicUrl, InstantSource clock) {
        this.encryption = encryption;
        this.breakers = breakers;
        this.clock = clock;
        sender = new BoundedSender(publicUrl.base().getScheme().equals("http"));
    }

    @Override
    public URI ask(SignInProvider provider, AttemptSecret secret, String redirectUri, String state) {
        return upstream(provider).ask(secret, URI.create(redirectUri), state);
    }

    @Override
    public Claimed prove(SignInProvider provider, Return back) {
        String clientSecret = encryption.decrypt(AuthOauthService.CLIENT_SECRET, provider.clientSecret());
        return upstream(provider).prove(back, new Secret(clientSecret));
    }

    private Upstream upstream(SignInProvider provider) {
        return known.compute(
                        provider.id(),
                        (_, here) ->
                                here != null && here.as().equals(provider) ? here : new Known(provider, open(provider)))
                .upstream();
    }

    private Upstream open(SignInProvider provider) {
        GuardedUpstream guarded = new GuardedUpstream(provider, sender, breakers, clock);
        return provider.kind() == ProviderKind.GITHUB
                ? new GitHubUpstream(provider, guarded)
                : new OpenIdUpstream(
                        provider.issuer(),
                        new Upstream.Ours(new ClientID(provider.clientId()), provider.name()),
                        guarded,
                        clock);
    }
}
