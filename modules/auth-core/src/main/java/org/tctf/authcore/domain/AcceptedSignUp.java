package org.tctf.authcore.domain;

import java.time.Instant;
import org.tctf.kernel.Decision;

/** The address is proved; the account still has to be confirmed. Whatever happens now, it will be tried until it is known. */
public record AcceptedSignUp(String id, String accountId, Applicant applicant, Instant startedAt, long version)
        implements SignUp {

    /** The account is confirmed: there is a new member. */
    public Decision<SignUp> confirmed() {
        return Decision.of(
                new ConfirmedSignUp(id, accountId, startedAt, version + 1),
                new SignUpConfirmed(
                        accountId,
                        applicant.email(),
                        applicant.firstName(),
                        applicant.lastName(),
                        applicant.membershipName(),
                        applicant.membershipPlan(),
                        applicant.membershipTier(),
                        applicant.country(),
                        applicant.jobTitle(),
                        applicant.companyName(),
                        applicant.city(),
                        applicant.state(),
                        applicant.language()));
    }

    /** A later sign-up of the same address has the account now. */
    public Decision<SignUp> superseded() {
        return Decision.of(new SupersededSignUp(id, applicant.membershipName(), startedAt, version + 1));
    }
}
