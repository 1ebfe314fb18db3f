package org.tctf.authmfa.adapter.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.authmfa.application.PublicKeyCredentials.Assertion;

/** @param credential AuthenticationResponseJSON of WebAuthn Level 3: what toJSON() of the credential gives */
record AssertionForm(@Valid Credential credential) {

    /** Of it, id and response count. */
    record Credential(
            @Size(max = Limits.CREDENTIAL_ID) String id,
            @Size(max = Limits.CREDENTIAL_ID) String rawId,
            @Pattern(regexp = "^public-key$") String type,
            @Nullable @Size(max = Limits.NAME) String authenticatorAttachment,
            @Nullable Map<String, Object> clientExtensionResults,
            @Valid Response response) {}

    /** AuthenticatorAssertionResponseJSON. */
    record Response(
            @Size(max = Limits.SMALL_BYTES) String clientDataJSON,
            @Size(max = Limits.SMALL_BYTES) String authenticatorData,
            @Size(max = Limits.SMALL_BYTES) String signature,
            @Nullable @Size(max = 100) String userHandle) {}

    Assertion assertion() {
        Response response = credential.response();
        return new Assertion(
                credential.id(),
                response.userHandle(),
                response.clientDataJSON(),
                response.authenticatorData(),
                response.signature());
    }
}
