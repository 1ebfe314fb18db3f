package org.tctf.authmfa.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.authmfa.domain.Passkey;

/** Port: WebAuthn Level 3 as a relying party. All bytes are Base64url, as browsers give them. */
public interface PublicKeyCredentials {

    /** What a browser answers that has made a passkey. */
    record Attestation(String clientDataJson, String attestationObject, List<String> transports) {}

    /** What a browser answers whose passkey has signed. */
    record Assertion(
            String credentialId,
            @Nullable String userHandle,
            String clientDataJson,
            String authenticatorData,
            String signature) {}

    /** What a passkey says of itself while it signs. */
    record Signed(long signCount, boolean backedUp) {}

    /** A new random challenge. */
    String newChallenge();

    /**
     * The challenge that was signed, as the client claims; to be compared by whoever asks.
     *
     * @throws org.tctf.kernel.Problem {@code MALFORMED_CREDENTIAL}
     */
    String challengeOf(String clientDataJson);

    /**
     * Makes a passkey of what a browser answered to this challenge (WebAuthn §7.1). User verification is required.
     *
     * @throws org.tctf.kernel.Problem {@code PASSKEY_REFUSED}, {@code MALFORMED_CREDENTIAL}
     */
    Passkey registered(Attestation attestation, String challenge, String name, Instant now);

    /**
     * Proves that this passkey has signed this challenge here, for a user whom it has verified (WebAuthn §7.2).
     *
     * @throws org.tctf.kernel.Problem {@code PASSKEY_REFUSED}, {@code MALFORMED_CREDENTIAL}
     */
    Signed proved(Passkey passkey, Assertion assertion, String challenge);
}
