package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.authmfa.domain.Ceremony;
import org.tctf.authmfa.domain.Passkey;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/** Asks for a passkey: anybody's, to sign in, or one of a member's who is signed in. */
@Singleton
public class AskForPasskey {

    /** @param acceptable empty: whichever the device has for this platform */
    public record Question(String challenge, List<Passkey> acceptable) {}

    private final Passkeys passkeys;
    private final Ceremonies ceremonies;
    private final PublicKeyCredentials credentials;
    private final InstantSource clock;

    public AskForPasskey(
            Passkeys passkeys, Ceremonies ceremonies, PublicKeyCredentials credentials, InstantSource clock) {
        this.passkeys = passkeys;
        this.ceremonies = ceremonies;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Names no account, so tells nothing of any. */
    public Question ask() {
        return new Question(begun(Ceremony.Kind.SIGN_IN, null), List.of());
    }

    /** @throws Problem {@code NO_PASSKEYS} */
    public Question ask(Principal caller) {
        List<Passkey> acceptable = passkeys.of(caller.memberId()).passkeys();
        if (acceptable.isEmpty()) {
            throw Problem.conflict("NO_PASSKEYS", "You have no passkey; prove another credential instead.");
        }
        return new Question(begun(Ceremony.Kind.STEP_UP, caller.memberId()), acceptable);
    }

    private String begun(Ceremony.Kind kind, @Nullable String userId) {
        String challenge = credentials.newChallenge();
        ceremonies.begin(new Ceremony(kind, userId, challenge, clock.instant().plus(Ceremony.LIFE)));
        return challenge;
    }
}
