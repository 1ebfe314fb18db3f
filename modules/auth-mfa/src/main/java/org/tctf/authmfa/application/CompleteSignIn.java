package org.tctf.authmfa.application;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.authmfa.domain.CodeKind;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Proof;
import org.tctf.identity.SignIns;
import org.tctf.kernel.Problem;

/**
 * Goes on where a first factor was proved: a code opens the session that its challenge stands for.
 *
 * <p>Crash: the code is spent first, then the session opened, then announced. A code that was spent for nothing costs the
 * member a wait of half a minute; a session that nobody heard of has tokens that nobody got.
 */
@Singleton
public class CompleteSignIn {

    /** @param trustedDevice the secret of the device that need not bring a code next time; absent when not asked for */
    public record Completed(SignIns.Opened opened, @Nullable String trustedDevice) {}

    private static final String SOME_DEVICE = "a device";

    private final IdentityProvider identity;
    private final AcceptCode acceptCode;
    private final ReportSession reportSession;

    public CompleteSignIn(IdentityProvider identity, AcceptCode acceptCode, ReportSession reportSession) {
        this.identity = identity;
        this.acceptCode = acceptCode;
        this.reportSession = reportSession;
    }

    /**
     * @param trustsDevice whether this client need not bring a code for {@link org.tctf.identity.SecondFactors#TRUST}
     * @throws Problem {@code CHALLENGE_EXPIRED}, {@code ACCOUNT_DISABLED}, {@code ACCOUNT_INACTIVE}; as {@link
     *     AcceptCode#accept}
     */
    public Completed complete(String challenge, CodeKind kind, String code, boolean trustsDevice) {
        SignIns.Challenge begun = identity.signIns().challenge(challenge).orElseThrow(CompleteSignIn::expired);
        acceptCode.accept(new AcceptCode.Attempt(begun.accountId(), kind, code, challenge));
        SignIns.Opened opened = identity.signIns()
                .complete(challenge, Proof.valueOf(kind.name()))
                .orElseThrow(CompleteSignIn::expired);
        reportSession.report(opened);
        String device = begun.device() == null ? SOME_DEVICE : begun.device();
        return new Completed(opened, trustsDevice ? identity.secondFactors().trust(begun.accountId(), device) : null);
    }

    static Problem expired() {
        return Problem.unauthenticated(
                "CHALLENGE_EXPIRED", "This sign-in took too long or was completed already; sign in again.");
    }
}
