package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.tctf.authmfa.application.PublicKeyCredentials.Assertion;
import org.tctf.authmfa.domain.Ceremony;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Proof;
import org.tctf.identity.SignIns;
import org.tctf.kernel.Problem;

/** Signs somebody in by a passkey alone: with its user verified it is two factors in one. */
@Singleton
public class SignInWithPasskey {
    private final IdentityProvider identity;
    private final TryPasskey tryPasskey;
    private final ReportSession reportSession;

    public SignInWithPasskey(IdentityProvider identity, TryPasskey tryPasskey, ReportSession reportSession) {
        this.identity = identity;
        this.tryPasskey = tryPasskey;
        this.reportSession = reportSession;
    }

    /**
     * @param device what the client says it is
     * @throws Problem {@code CEREMONY_EXPIRED}, {@code PASSKEY_REFUSED}, {@code ACCOUNT_DISABLED}, {@code
     *     ACCOUNT_INACTIVE}
     */
    public SignIns.Step signIn(Assertion assertion, @Nullable String device) {
        String userId = userId(assertion.userHandle());
        tryPasskey.accept(Ceremony.Kind.SIGN_IN, null, userId, assertion);
        SignIns.Step step = identity.signIns().begin(userId, Proof.PASSKEY, device, null);
        if (step instanceof SignIns.Opened opened) {
            reportSession.report(opened);
        }
        return step;
    }

    private static String userId(@Nullable String userHandle) {
        if (userHandle == null || userHandle.isEmpty()) {
            throw TryPasskey.refused();
        }
        try {
            return new String(Base64.getUrlDecoder().decode(userHandle), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw TryPasskey.refused();
        }
    }
}
