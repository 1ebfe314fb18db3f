package org.tctf.authoauth.application.external;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.authoauth.application.provider.FreshSecrets;
import org.tctf.authoauth.domain.external.Attempt;
import org.tctf.authoauth.domain.external.AttemptSecret;
import org.tctf.authoauth.domain.external.SignInProvider;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/** Sends somebody to a provider: to sign in, or, as a member, to link who they are there. */
@Singleton
public class BeginAttempt {
    private final FindProvider findProvider;
    private final ForeignProofs proofs;
    private final Attempts attempts;
    private final FreshSecrets secrets;
    private final InstantSource clock;

    public BeginAttempt(
            FindProvider findProvider,
            ForeignProofs proofs,
            Attempts attempts,
            FreshSecrets secrets,
            InstantSource clock) {
        this.findProvider = findProvider;
        this.proofs = proofs;
        this.attempts = attempts;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * @param linking the member who links; none for a sign-in
     * @throws Problem {@code UNKNOWN_PROVIDER}, {@code REDIRECT_URI_NOT_ALLOWED}, {@code PROVIDER_UNAVAILABLE}, {@code
     *     RECENT_AUTHENTICATION_REQUIRED}
     */
    public Begun begin(String providerId, String redirectUri, @Nullable Principal linking) {
        if (linking != null) {
            linking.requireRecentProof(clock);
        }
        SignInProvider provider = findProvider.find(providerId);
        provider.requireRedirect(redirectUri);
        AttemptSecret secret = new AttemptSecret(secrets.next());
        String state = secrets.next();
        URI url = proofs.ask(provider, secret, redirectUri, state);
        Instant until = clock.instant().plus(Attempt.LIFE);
        attempts.keep(
                state,
                new Attempt(
                        providerId,
                        secret.hash(),
                        redirectUri,
                        linking == null ? null : linking.memberId(),
                        linking == null ? null : linking.sessionId(),
                        until));
        return new Begun(url, secret, until);
    }
}
