package org.tctf.authoauth.application.provider;

import java.util.ArrayList;
import java.util.List;
import org.tctf.authoauth.domain.provider.Authentication;
import org.tctf.identity.Proof;
import org.tctf.identity.Session;
import org.tctf.identity.Standing;

/** A member whose browser is signed in. */
public record Visitor(Standing standing, Session session) {

    public String userId() {
        return standing.account().id();
    }

    public Authentication authentication() {
        List<Proof> proofs = session.proofs();
        boolean two = proofs.size() > 1 || proofs.stream().anyMatch(Proof::isTwoFactors);
        List<String> methods = new ArrayList<>(
                proofs.stream().flatMap(proof -> methods(proof).stream()).toList());
        if (two) {
            methods.add("mfa");
        }
        return new Authentication(session.provedAt(), two ? "2" : "1", methods);
    }

    /** RFC 8176 §2. */
    private static List<String> methods(Proof proof) {
        return switch (proof) {
            case PASSWORD -> List.of("pwd");
            case EXTERNAL_IDENTITY -> List.of();
            case PASSKEY -> List.of("pop", "user");
            case TOTP, BACKUP_CODE, TEMPORARY_BACKUP_CODE -> List.of("otp");
        };
    }
}
