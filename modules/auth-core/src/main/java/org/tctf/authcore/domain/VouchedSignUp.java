package org.tctf.authcore.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.ForeignHash;
import org.tctf.identity.ProvedIdentity;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Problem;

/**
 * Needs no mail, since somebody else vouches for the address; the account still has to be made. Whatever happens now, it
 * will be tried until it is known.
 *
 * @param accountId the account's id, chosen here, so that making it again is harmless
 */
public record VouchedSignUp(
        String id, String accountId, Voucher voucher, Applicant applicant, Instant startedAt, long version)
        implements SignUp {

    /** Who vouches for the address, and what leads into the account then. */
    public sealed interface Voucher {}

    /** A provider has verified the address of somebody who has just signed in there. */
    public record Provider(ProvedIdentity identity) implements Voucher {}

    /** Staff take over a member of another system. */
    public record Import(ForeignHash hash) implements Voucher {}

    @Override
    public @Nullable String language() {
        return applicant.language();
    }

    /** The account is made: there is a new member. */
    public Decision<SignUp> confirmed() {
        return Decision.of(
                new ConfirmedSignUp(id, accountId, language(), startedAt, version + 1),
                SignUpConfirmed.of(accountId, applicant));
    }

    /** The address, or the identity, has an account already. */
    public Decision<SignUp> superseded() {
        return Decision.of(new SupersededSignUp(id, applicant.membershipName(), language(), startedAt, version + 1));
    }

    /** What its client is told then. No oracle: they have proved that the address is theirs, or are staff. */
    public static Problem accountExists() {
        return Problem.conflict(
                "ACCOUNT_EXISTS",
                "There is an account with this address already: sign in to it, and link the provider in its settings.");
    }
}
