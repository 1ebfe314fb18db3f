package org.tctf.authcore.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tctf.authcore.domain.Applicant;
import org.tctf.authcore.domain.ConfirmedSignUp;
import org.tctf.authcore.domain.SignUp;
import org.tctf.authcore.domain.SupersededSignUp;
import org.tctf.authcore.domain.VouchedSignUp;
import org.tctf.authcore.domain.VouchedSignUp.Voucher;
import org.tctf.identity.ForeignHash;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.identity.Proof;
import org.tctf.identity.ProvedIdentity;
import org.tctf.identity.Role;
import org.tctf.identity.SignIns;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;
import org.tctf.kernel.flag.FeatureFlags;

/**
 * Signs up somebody whose address need not be proved by mail: they come from a provider that has verified it, or from
 * another system whose members staff take over.
 *
 * <p>Crash: what is to be made is written first, with a command to see to it; see {@link CompleteSignUp}.
 */
@Singleton
public class SignUpVouchedFor {
    private final IdentityProvider identity;
    private final SignUps signUps;
    private final CompleteSignUp completeSignUp;
    private final ReportSignIn signedIn;
    private final FeatureFlags flags;
    private final Ids ids;
    private final InstantSource clock;

    public SignUpVouchedFor(
            IdentityProvider identity,
            SignUps signUps,
            CompleteSignUp completeSignUp,
            ReportSignIn signedIn,
            FeatureFlags flags,
            Ids ids,
            InstantSource clock) {
        this.identity = identity;
        this.signUps = signUps;
        this.completeSignUp = completeSignUp;
        this.signedIn = signedIn;
        this.flags = flags;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Signs up, and in, who has just proved an identity elsewhere.
     *
     * @param ticket what auth-oauth gave for it
     * @param applicant of the address that the provider has verified
     * @return the first session, or what is needed for it
     * @throws Problem {@code TICKET_EXPIRED}, {@code SIGNUP_MEMBER_EXISTS}, {@code ACCOUNT_EXISTS}, {@code SIGN_UP_CLOSED}
     */
    public SignIns.Step withTicket(
            String ticket, Function<EmailAddress, Applicant> applicant, @Nullable String device) {
        StartSignUp.requireOpen(flags);
        ProvedIdentity proved = identity.externalIdentities()
                .proved(ticket)
                .orElseThrow(() -> Problem.of(
                        Problem.Kind.GONE,
                        "TICKET_EXPIRED",
                        "It took too long, or this was done before; sign in with your provider again."));
        String userId = signUp(applicant.apply(proved.email()), new VouchedSignUp.Provider(proved));
        SignIns.Step step = identity.signIns().begin(userId, Proof.EXTERNAL_IDENTITY, device, null);
        if (step instanceof SignIns.Opened opened) {
            signedIn.report(userId, opened.tokens().sessionId(), opened.proofs(), opened.device(), opened.evicted());
        }
        return step;
    }

    /**
     * Takes over a member of another system, with the hash of their password there.
     *
     * @return the new member's id
     * @throws Problem {@code ADMIN_ONLY}, {@code RECENT_AUTHENTICATION_REQUIRED}, {@code SIGNUP_MEMBER_EXISTS}, {@code
     *     ACCOUNT_EXISTS}
     */
    public String fromElsewhere(Principal caller, Applicant applicant, ForeignHash hash) {
        if (!caller.is(Role.ADMIN)) {
            throw Problem.forbidden("ADMIN_ONLY", "Only an admin may take over members of another system.");
        }
        caller.requireRecentProof(clock);
        return signUp(applicant, new VouchedSignUp.Import(hash));
    }

    private String signUp(Applicant applicant, Voucher voucher) {
        String id = ids.next().toString();
        VouchedSignUp vouched = new VouchedSignUp(id, ids.next().toString(), voucher, applicant, clock.instant(), 1);
        if (signUps.isNameTaken(applicant) || !signUps.add(vouched)) {
            throw StartSignUp.nameTaken(applicant);
        }
        SignUp ended = completeSignUp.complete(id);
        return switch (ended) {
            case ConfirmedSignUp confirmed -> confirmed.accountId();
            case SupersededSignUp _ -> throw VouchedSignUp.accountExists();
            default -> throw new IllegalStateException("sign-up %s did not come to its end".formatted(id));
        };
    }
}
