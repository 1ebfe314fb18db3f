package org.tctf.authcore.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.tctf.authcore.AuthCoreService;
import org.tctf.authcore.domain.Applicant;
import org.tctf.authcore.domain.MailedProof;
import org.tctf.authcore.domain.PendingSignUp;
import org.tctf.identity.Accounts.Registration;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Password;
import org.tctf.identity.PasswordPolicy;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;
import org.tctf.kernel.flag.FeatureFlags;

/**
 * Starts a sign-up: an unconfirmed account, a reserved membership name, and a mail.
 *
 * <p>No oracle: an address that has an account gets a sign-up like any other, which holds its name and counts its wrong
 * codes like any other; only the mail differs, and only the address's owner sees it. Both ways hash one password, make
 * one proof and commit twice.
 *
 * <p>Crash between the two stores: the account comes first. Unconfirmed and without a sign-up it is void (nothing can
 * confirm it), and the next sign-up of the address replaces it. The other way round there would be a mail whose code
 * leads nowhere. The sign-up and the request for its mail are one commit.
 */
@Singleton
public class StartSignUp {
    private final FeatureFlags flags;
    private final IdentityProvider identity;
    private final PasswordPolicy policy;
    private final SignUps signUps;
    private final VerificationCodes codes;
    private final Ids ids;
    private final InstantSource clock;

    public StartSignUp(
            FeatureFlags flags,
            IdentityProvider identity,
            PasswordPolicy policy,
            SignUps signUps,
            VerificationCodes codes,
            Ids ids,
            InstantSource clock) {
        this.flags = flags;
        this.identity = identity;
        this.policy = policy;
        this.signUps = signUps;
        this.codes = codes;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @return the sign-up's id
     * @throws Problem {@code SIGN_UP_CLOSED} while operators have closed it, whosever the address;
     *     {@code SIGNUP_MEMBER_EXISTS} when the membership name is somebody else's; the password policy's
     */
    public String start(Applicant applicant, Password password) {
        requireOpen(flags);
        policy.check(password, applicant.email(), known(applicant), "/password");
        if (signUps.isNameTaken(applicant)) {
            throw nameTaken(applicant);
        }
        Registration registration = identity.accounts().register(applicant.email(), password);
        String id = ids.next().toString();
        MailedProof proof = codes.issue(id, 1);
        Decision<PendingSignUp> started = switch (registration) {
            case Registration.Registered(var accountId) ->
                PendingSignUp.start(id, accountId, applicant, proof, clock.instant());
            case Registration.AddressTaken(var accountId) ->
                PendingSignUp.repeat(id, accountId, applicant, proof, clock.instant());
        };
        if (!signUps.add(started)) {
            throw nameTaken(applicant);
        }
        return id;
    }

    static void requireOpen(FeatureFlags flags) {
        if (!flags.isOn(AuthCoreService.DEFINITION, AuthCoreService.SIGN_UP_OPEN)) {
            throw Problem.forbidden(
                    "SIGN_UP_CLOSED",
                    "Nobody new can sign up at the moment; come back later. Members sign in as always, and a sign-up that"
                            + " has begun can be confirmed.");
        }
    }

    private static List<String> known(Applicant applicant) {
        return List.of(
                applicant.firstName().value(),
                applicant.lastName().value(),
                applicant.membershipName().value());
    }

    static Problem nameTaken(Applicant applicant) {
        return Problem.conflict(
                        "SIGNUP_MEMBER_EXISTS",
                        "The membership name %s is taken; choose another.".formatted(applicant.membershipName()))
                .at("/membershipName");
    }
}
