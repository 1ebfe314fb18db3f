package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.authmfa.application.PublicKeyCredentials.Assertion;
import org.tctf.authmfa.application.PublicKeyCredentials.Signed;
import org.tctf.authmfa.domain.Ceremony;
import org.tctf.authmfa.domain.Passkey;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Proof;
import org.tctf.identity.Session;
import org.tctf.kernel.Problem;

/**
 * Tries what a passkey has signed. Unknown accounts, unknown passkeys and wrong signatures are refused alike.
 *
 * <p>The ceremony ends first, so nothing signed is accepted twice. Where the passkey turns out to have a twin, it goes, and
 * so do the sessions that a passkey had opened: one of them may be the thief's.
 */
@Singleton
public class TryPasskey {
    private final IdentityProvider identity;
    private final Passkeys passkeys;
    private final Ceremonies ceremonies;
    private final PublicKeyCredentials credentials;
    private final InstantSource clock;

    public TryPasskey(
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

    /**
     * @param asked who was asked; none at a sign-in
     * @param userId whose passkey it says it is
     * @throws Problem {@code CEREMONY_EXPIRED}, {@code PASSKEY_REFUSED}
     */
    void accept(Ceremony.Kind kind, @Nullable String asked, String userId, Assertion assertion) {
        String challenge = credentials.challengeOf(assertion.clientDataJson());
        if (!ceremonies.end(kind, asked, challenge)) {
            throw ceremonyIsOver();
        }
        Passkey passkey = passkeys.of(userId).find(assertion.credentialId()).orElseThrow(TryPasskey::refused);
        Signed signed = credentials.proved(passkey, assertion, challenge);
        boolean isStillThere = passkeys.decide(
                        userId, ring -> ring.used(passkey.id(), signed.signCount(), signed.backedUp(), clock.instant()))
                .find(passkey.id())
                .isPresent();
        if (!isStillThere) {
            endSessionsOfPasskeys(userId);
            throw refused();
        }
    }

    private void endSessionsOfPasskeys(String userId) {
        for (Session session : identity.sessions().of(userId)) {
            if (session.proofs().contains(Proof.PASSKEY)) {
                identity.sessions().end(userId, session.id());
            }
        }
    }

    static Problem refused() {
        return Problem.unauthenticated(
                "PASSKEY_REFUSED", "This passkey is not accepted here; use another one, or sign in another way.");
    }

    static Problem ceremonyIsOver() {
        return Problem.of(
                Problem.Kind.GONE,
                "CEREMONY_EXPIRED",
                "This took too long, was begun anew or was completed already; start again.");
    }
}
