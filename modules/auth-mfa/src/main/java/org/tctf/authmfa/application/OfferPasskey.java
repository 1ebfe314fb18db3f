package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.tctf.authmfa.domain.Ceremony;
import org.tctf.authmfa.domain.Passkey;
import org.tctf.authmfa.domain.PasskeyRing;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;

/** Begins to add a passkey: what the browser is to make one for. */
@Singleton
public class OfferPasskey {

    /** @param existing whose devices need not make another */
    public record Offer(String challenge, String userId, EmailAddress email, List<Passkey> existing) {}

    private final IdentityProvider identity;
    private final Passkeys passkeys;
    private final Ceremonies ceremonies;
    private final PublicKeyCredentials credentials;
    private final InstantSource clock;

    public OfferPasskey(
            IdentityProvider identity,
            Passkeys passkeys,
            Ceremonies ceremonies,
            PublicKeyCredentials credentials,
            InstantSource clock) {
        this.identity = identity;
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** @throws Problem {@code RECENT_AUTHENTICATION_REQUIRED}, {@code TOO_MANY_PASSKEYS}, {@code SESSION_ENDED} */
    public Offer offer(Principal caller) {
        caller.requireRecentProof(clock);
        String userId = caller.memberId();
        PasskeyRing ring = passkeys.of(userId);
        ring.requireRoom();
        EmailAddress email = identity.accounts()
                .find(userId)
                .orElseThrow(StepUp::sessionIsOver)
                .account()
                .email();
        String challenge = credentials.newChallenge();
        ceremonies.begin(new Ceremony(
                Ceremony.Kind.REGISTRATION, userId, challenge, clock.instant().plus(Ceremony.LIFE)));
        return new Offer(challenge, userId, email, ring.passkeys());
    }
}
