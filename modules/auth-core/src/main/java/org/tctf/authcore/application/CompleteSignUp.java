package org.tctf.authcore.application;

import jakarta.inject.Singleton;
import org.tctf.authcore.domain.AcceptedSignUp;
import org.tctf.authcore.domain.SignUp;
import org.tctf.authcore.domain.VouchedSignUp;
import org.tctf.identity.Accounts.Confirmation;
import org.tctf.identity.Accounts.Registration;
import org.tctf.identity.IdentityProvider;
import org.tctf.kernel.Decision;
import org.tctf.kernel.EmailAddress;

/**
 * Brings an accepted sign-up to its end: confirms the account, then announces the member.
 *
 * <p>Three writes in two stores, and a crash may come between any two:
 *
 * <ol>
 *   <li>The sign-up is accepted, and a command to complete it lies in our own queue: one commit ({@link SignUps#decide}).
 *   <li>The provider confirms the account. Doing it again changes nothing. For a sign-up
 *       that somebody vouched for, it makes the account, by an id that was chosen in step 1.
 *   <li>The sign-up is confirmed and SIGN_UP_CONFIRMED published: one commit, on the state of step 1 only.
 * </ol>
 *
 * <p>After a crash behind 1 or 2 the command does the rest. It does so also when the request is still at it: step 2 is
 * idempotent, and of two at step 3 the second finds the sign-up confirmed. So the fact is published exactly once, and
 * only of an account that can sign in. Were the account confirmed first, a crash would leave somebody who can sign in
 * and is no member; were the fact published first, it could be of an account that a later sign-up of the same address
 * has made void: which of the two lives, is decided in the provider alone.
 */
@Singleton
public class CompleteSignUp {
    private final IdentityProvider identity;
    private final SignUps signUps;

    public CompleteSignUp(IdentityProvider identity, SignUps signUps) {
        this.identity = identity;
        this.signUps = signUps;
    }

    /** @return how it ended; a sign-up that is neither accepted nor vouched for stays as it is */
    public SignUp complete(String signUpId) {
        return signUps.decide(signUpId, signUp -> switch (signUp) {
            case AcceptedSignUp accepted -> conclude(accepted);
            case VouchedSignUp vouched -> conclude(vouched);
            default -> Decision.of(signUp);
        });
    }

    private Decision<SignUp> conclude(AcceptedSignUp accepted) {
        Confirmation confirmation = identity.accounts().confirm(accepted.accountId());
        return switch (confirmation) {
            case CONFIRMED -> accepted.confirmed();
            case VOID -> accepted.superseded();
        };
    }

    private Decision<SignUp> conclude(VouchedSignUp vouched) {
        EmailAddress email = vouched.applicant().email();
        Registration registration = switch (vouched.voucher()) {
            case VouchedSignUp.Provider(var proved) -> identity.accounts().admit(vouched.accountId(), email, proved);
            case VouchedSignUp.Import(var hash) -> identity.accounts().adopt(vouched.accountId(), email, hash);
        };
        return switch (registration) {
            case Registration.Registered _ -> vouched.confirmed();
            case Registration.AddressTaken _ -> vouched.superseded();
        };
    }
}
