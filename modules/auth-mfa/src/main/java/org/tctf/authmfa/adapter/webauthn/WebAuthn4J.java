package org.tctf.authmfa.adapter.webauthn;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.CollectedClientDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tctf.authmfa.application.PublicKeyCredentials;
import org.tctf.authmfa.application.RelyingParty;
import org.tctf.authmfa.domain.Passkey;
import org.tctf.kernel.Problem;
import org.tctf.kernel.web.PublicUrl;

/**
 * WebAuthn4J judges both ceremonies, all but two things: which attestation is trusted (any: we ask for none) and whether a sign count has grown,
 * which {@link org.tctf.authmfa.domain.PasskeyRing} decides in the transaction that keeps it.
 */
@Singleton
public class WebAuthn4J implements PublicKeyCredentials {
    /** WebAuthn §13.4.3 asks for 16 at least. */
    private static final int CHALLENGE_BYTES = 32;

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            algorithm(COSEAlgorithmIdentifier.ES256),
            algorithm(COSEAlgorithmIdentifier.EdDSA),
            algorithm(COSEAlgorithmIdentifier.RS256));

    private final RelyingParty party;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    private final CollectedClientDataConverter clientData = new CollectedClientDataConverter(converter);
    private final SecureRandom random = new SecureRandom();

    public WebAuthn4J(PublicUrl publicUrl) {
        party = RelyingParty.at(publicUrl);
    }

    @Override
    public String newChallenge() {
        byte[] challenge = new byte[CHALLENGE_BYTES];
        random.nextBytes(challenge);
        return text(challenge);
    }

    @Override
    public String challengeOf(String clientDataJson) {
        try {
            CollectedClientData said = clientData.convert(bytes(clientDataJson));
            if (said == null) {
                throw malformed();
            }
            return text(said.getChallenge().getValue());
        } catch (DataConversionException unreadable) {
            throw malformed();
        }
    }

    @Override
    public Passkey registered(Attestation attestation, String challenge, String name, Instant now) {
        RegistrationRequest request = new RegistrationRequest(
                bytes(attestation.attestationObject()),
                bytes(attestation.clientDataJson()),
                Set.copyOf(attestation.transports()));
        try {
            RegistrationData made =
                    webAuthn.verify(request, new RegistrationParameters(server(challenge), ALGORITHMS, true, true));
            return passkey(made, attestation.transports(), name, now);
        } catch (DataConversionException unreadable) {
            throw malformed();
        } catch (VerificationException refused) {
            throw Problem.invalid(
                    "PASSKEY_REFUSED",
                    "This passkey cannot be used here: it must be made on this site and check who uses it, by PIN, finger or face.");
        }
    }

    private Passkey passkey(RegistrationData made, List<String> transports, String name, Instant now) {
        AuthenticatorData<RegistrationExtensionAuthenticatorOutput> said =
                Objects.requireNonNull(made.getAttestationObject()).getAuthenticatorData();
        AttestedCredentialData credential = Objects.requireNonNull(said.getAttestedCredentialData());
        return new Passkey(
                text(credential.getCredentialId()),
                name,
                text(credentials.convert(credential)),
                said.getSignCount(),
                said.isFlagBE(),
                said.isFlagBS(),
                transports,
                now,
                null);
    }

    @Override
    public Signed proved(Passkey passkey, Assertion assertion, String challenge) {
        AuthenticationRequest request = new AuthenticationRequest(
                bytes(assertion.credentialId()),
                assertion.userHandle() == null ? null : bytes(assertion.userHandle()),
                bytes(assertion.authenticatorData()),
                bytes(assertion.clientDataJson()),
                bytes(assertion.signature()));
        try {
            AuthenticationData signed = webAuthn.verify(
                    request, new AuthenticationParameters(server(challenge), record(passkey), null, true, true));
            AuthenticatorData<?> said = Objects.requireNonNull(signed.getAuthenticatorData());
            return new Signed(said.getSignCount(), said.isFlagBS());
        } catch (DataConversionException unreadable) {
            throw malformed();
        } catch (VerificationException refused) {
            throw Problem.unauthenticated(
                    "PASSKEY_REFUSED", "This passkey is not accepted here; use another one, or sign in another way.");
        }
    }

    private CredentialRecord record(Passkey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.backupEligible(),
                passkey.backedUp(),
                0,
                credentials.convert(bytes(passkey.credential())),
                null,
                null,
                null,
                null);
    }

    private ServerProperty server(String challenge) {
        return new ServerProperty(new Origin(party.origin()), party.id(), new DefaultChallenge(bytes(challenge)));
    }

    private static PublicKeyCredentialParameters algorithm(COSEAlgorithmIdentifier id) {
        return new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, id);
    }

    private static byte[] bytes(String base64url) {
        try {
            return Base64.getUrlDecoder().decode(base64url);
        } catch (IllegalArgumentException notBase64) {
            throw malformed();
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Problem malformed() {
        return Problem.invalid(
                "MALFORMED_CREDENTIAL",
                "This is not what a browser answers; send PublicKeyCredential.toJSON() as it is.");
    }
}
