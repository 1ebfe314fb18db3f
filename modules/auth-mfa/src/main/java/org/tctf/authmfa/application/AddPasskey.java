package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.authmfa.application.PublicKeyCredentials.Attestation;
import org.tctf.authmfa.domain.Ceremony;
import org.tctf.authmfa.domain.Passkey;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/** Adds the passkey that a browser has made. */
@Singleton
public class AddPasskey {
    private final Passkeys passkeys;
    private final Ceremonies ceremonies;
    private final PublicKeyCredentials credentials;
    private final InstantSource clock;

    public AddPasskey(Passkeys passkeys, Ceremonies ceremonies, PublicKeyCredentials credentials, InstantSource clock) {
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
        this.credentials = credentials;
        this.clock = clock;
    }

    /**
     * @throws Problem {@code RECENT_AUTHENTICATION_REQUIRED}, {@code CEREMONY_EXPIRED}, {@code PASSKEY_REFUSED}, {@code
     *     PASSKEY_ALREADY_REGISTERED}, {@code TOO_MANY_PASSKEYS}
     */
    public Passkey add(Principal caller, Attestation attestation, String name) {
        caller.requireRecentProof(clock);
        String userId = caller.memberId();
        String challenge = credentials.challengeOf(attestation.clientDataJson());
        if (!ceremonies.end(Ceremony.Kind.REGISTRATION, userId, challenge)) {
            throw TryPasskey.ceremonyIsOver();
        }
        Passkey made = credentials.registered(attestation, challenge, name, clock.instant());
        passkeys.decide(userId, ring -> ring.with(made));
        return made;
    }
}
