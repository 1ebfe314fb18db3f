package org.tctf.authcore.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;

/** The address is proved by mail; the account still has to be confirmed. Whatever happens now, it will be tried until it is known. */
public record AcceptedSignUp(String id, String accountId, Applicant applicant, Instant startedAt, long version)
        implements SignUp {

    @Override
    public @Nullable String language() {
        return applicant.language();
    }

    /** The account is confirmed: there is a new member. */
    public Decision<SignUp> confirmed() {
        return Decision.of(
                new ConfirmedSignUp(id, accountId, language(), startedAt, version + 1),
                SignUpConfirmed.of(accountId, applicant));
    }

    /** A later sign-up of the same address has the account now. */
    public Decision<SignUp> superseded() {
        return Decision.of(new SupersededSignUp(id, applicant.membershipName(), language(), startedAt, version + 1));
    }
}
