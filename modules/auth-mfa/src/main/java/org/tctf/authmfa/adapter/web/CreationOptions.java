package org.tctf.authmfa.adapter.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.tctf.authmfa.application.OfferPasskey;
import org.tctf.authmfa.application.RelyingParty;
import org.tctf.authmfa.domain.Ceremony;

/** PublicKeyCredentialCreationOptionsJSON of WebAuthn Level 3, for PublicKeyCredential.parseCreationOptionsFromJSON. */
record CreationOptions(
        Party rp,
        User user,
        String challenge,
        List<Algorithm> pubKeyCredParams,
        long timeout,
        List<CredentialDescriptor> excludeCredentials,
        Selection authenticatorSelection,
        String attestation) {

    /** The platform. */
    record Party(String id, String name) {}

    /** @param id the member's id, Base64url */
    record User(String id, String name, String displayName) {}

    /** @param alg of the COSE registry: ES256, EdDSA, RS256, best first */
    record Algorithm(String type, int alg) {}

    /** A passkey that finds its account by itself and checks who uses it. */
    record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}

    private static final List<Algorithm> ALGORITHMS = List.of(
            new Algorithm("public-key", -7), new Algorithm("public-key", -8), new Algorithm("public-key", -257));

    static CreationOptions of(OfferPasskey.Offer offer, RelyingParty party) {
        String userId = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(offer.userId().getBytes(StandardCharsets.UTF_8));
        String email = offer.email().value();
        return new CreationOptions(
                new Party(party.id(), "TCTF"),
                new User(userId, email, email),
                offer.challenge(),
                ALGORITHMS,
                Ceremony.LIFE.toMillis(),
                CredentialDescriptor.of(offer.existing()),
                new Selection("required", true, "required"),
                "none");
    }
}
