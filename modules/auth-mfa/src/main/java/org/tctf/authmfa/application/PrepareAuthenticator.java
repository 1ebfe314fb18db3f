package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.tctf.authmfa.domain.Prepared;
import org.tctf.authmfa.domain.Ruling;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;
import org.tctf.kernel.crypto.Encrypted;

/** Gives a member a secret for their authenticator app. Nothing is asked for until {@link CompleteSetup}. */
@Singleton
public class PrepareAuthenticator {
    private static final String ISSUER = "TCTF";

    /**
     * @param secret Base32, for an app that cannot scan
     * @param uri for one that can, as Google's Key URI Format has it
     */
    public record Offer(String secret, URI uri, Instant until) {

        @Override
        public String toString() {
            return "Offer[until " + until + "]";
        }
    }

    private final IdentityProvider identity;
    private final Factors factors;
    private final AuthenticatorApps apps;
    private final InstantSource clock;

    public PrepareAuthenticator(
            IdentityProvider identity, Factors factors, AuthenticatorApps apps, InstantSource clock) {
        this.identity = identity;
        this.factors = factors;
        this.apps = apps;
        this.clock = clock;
    }

    /** @throws Problem {@code MFA_ALREADY_ENABLED}, {@code RECENT_AUTHENTICATION_REQUIRED}, {@code SESSION_ENDED} */
    public Offer prepare(Principal caller) {
        caller.requireRecentProof(clock);
        EmailAddress email = identity.accounts()
                .find(caller.memberId())
                .orElseThrow(StepUp::sessionIsOver)
                .account()
                .email();
        Encrypted secret = apps.newSecret(caller.memberId());
        Prepared prepared = factors.decide(caller.memberId(), factor -> {
            Prepared next = Prepared.after(factor, secret, clock.instant());
            return Ruling.nothing(next, next);
        });
        String shown = apps.reveal(caller.memberId(), secret);
        return new Offer(shown, uri(email, shown), prepared.until());
    }

    private static URI uri(EmailAddress email, String secret) {
        return URI.create("otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
                .formatted(ISSUER, URLEncoder.encode(email.value(), StandardCharsets.UTF_8), secret, ISSUER));
    }
}
