package org.tctf.authcore.application;

import jakarta.inject.Singleton;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tctf.authcore.domain.Applicant;
import org.tctf.authcore.domain.VouchedSignUp;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Proof;
import org.tctf.identity.ProvedIdentity;
import org.tctf.identity.SignIns;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;
import org.tctf.kernel.flag.FeatureFlags;

/** Signs up, and in, who has just proved an identity elsewhere whose provider has verified the address. */
@Singleton
public class SignUpWithTicket {
    private final IdentityProvider identity;
    private final VouchedSignUps signUps;
    private final ReportSignIn signedIn;
    private final FeatureFlags flags;

    public SignUpWithTicket(
            IdentityProvider identity, VouchedSignUps signUps, ReportSignIn signedIn, FeatureFlags flags) {
        this.identity = identity;
        this.signUps = signUps;
        this.signedIn = signedIn;
        this.flags = flags;
    }

    /**
     * @param ticket what auth-oauth gave for the identity
     * @param applicant of the address that the provider has verified
     * @return the first session, or what is needed for it
     * @throws Problem {@code TICKET_EXPIRED}, {@code SIGNUP_MEMBER_EXISTS}, {@code ACCOUNT_EXISTS}, {@code SIGN_UP_CLOSED}
     */
    public SignIns.Step signUp(String ticket, Function<EmailAddress, Applicant> applicant, @Nullable String device) {
        StartSignUp.requireOpen(flags);
        ProvedIdentity proved = identity.externalIdentities()
                .proved(ticket)
                .orElseThrow(() -> Problem.of(
                        Problem.Kind.GONE,
                        "TICKET_EXPIRED",
                        "It took too long, or this was done before; sign in with your provider again."));
        String userId = signUps.signUp(applicant.apply(proved.email()), new VouchedSignUp.Provider(proved));
        SignIns.Step step = identity.signIns().begin(userId, Proof.EXTERNAL_IDENTITY, device, null);
        if (step instanceof SignIns.Opened opened) {
            signedIn.report(userId, opened.tokens().sessionId(), opened.proofs(), opened.device(), opened.evicted());
        }
        return step;
    }
}
