package org.tctf.authmfa.adapter.web;

import java.util.List;
import org.tctf.authmfa.domain.Passkey;

/** PublicKeyCredentialDescriptorJSON of WebAuthn Level 3. */
record CredentialDescriptor(String type, String id, List<String> transports) {

    static List<CredentialDescriptor> of(List<Passkey> passkeys) {
        return passkeys.stream()
                .map(passkey -> new CredentialDescriptor("public-key", passkey.id(), passkey.transports()))
                .toList();
    }
}
