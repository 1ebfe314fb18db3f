package org.tctf.authmfa.adapter.web;

import java.util.List;
import org.tctf.authmfa.application.AskForPasskey;
import org.tctf.authmfa.application.RelyingParty;
import org.tctf.authmfa.domain.Ceremony;

/** PublicKeyCredentialRequestOptionsJSON of WebAuthn Level 3, for PublicKeyCredential.parseRequestOptionsFromJSON. */
record RequestOptions(
        String challenge,
        long timeout,
        String rpId,
        List<CredentialDescriptor> allowCredentials,
        String userVerification) {

    static RequestOptions of(AskForPasskey.Question question, RelyingParty party) {
        return new RequestOptions(
                question.challenge(),
                Ceremony.LIFE.toMillis(),
                party.id(),
                CredentialDescriptor.of(question.acceptable()),
                "required");
    }
}
