package org.tctf.authmfa.adapter.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tctf.authmfa.application.PublicKeyCredentials.Attestation;

/**
 * @param name what its member calls it; "Passkey" unless said
 * @param credential RegistrationResponseJSON of WebAuthn Level 3: what toJSON() of the new credential gives
 */
record RegistrationForm(
        @Nullable @Size(min = 1, max = Limits.NAME) @Pattern(regexp = "^[^\\p{Cntrl}<>]*$")
        String name,

        @Valid Credential credential) {

    /** Of it, the response counts; the rest repeats what that says. */
    record Credential(
            @Size(max = Limits.CREDENTIAL_ID) String id,
            @Size(max = Limits.CREDENTIAL_ID) String rawId,
            @Pattern(regexp = "^public-key$") String type,
            @Nullable @Size(max = Limits.NAME) String authenticatorAttachment,
            @Nullable Map<String, Object> clientExtensionResults,
            @Valid Response response) {}

    /** AuthenticatorAttestationResponseJSON. */
    record Response(
            @Size(max = Limits.SMALL_BYTES) String clientDataJSON,
            @Size(max = Limits.ATTESTATION) String attestationObject,
            @Nullable @Size(max = Limits.ATTESTATION) String authenticatorData,
            @Nullable @Size(max = 10) List<@Size(max = Limits.NAME) String> transports,
            @Nullable @Size(max = Limits.SMALL_BYTES) String publicKey,
            @Nullable Integer publicKeyAlgorithm) {}

    String nameOrDefault() {
        return Objects.requireNonNullElse(name, "Passkey");
    }

    Attestation attestation() {
        Response response = credential.response();
        return new Attestation(
                response.clientDataJSON(),
                response.attestationObject(),
                Objects.requireNonNullElse(response.transports(), List.of()));
    }
}
