package org.tctf.authcore.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tctf.authcore.domain.AccountLocked;
import org.tctf.authcore.domain.SignInFailed;
import org.tctf.authcore.domain.SignInFailed.Reason;
import org.tctf.identity.Account;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Password;
import org.tctf.identity.PasswordProof;
import org.tctf.identity.Passwords.Check;
import org.tctf.identity.Proof;
import org.tctf.identity.SignIns;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;

/**
 * Signs somebody in with address and password.
 *
 * <p>No oracle: only who knows the password learns anything about the account (not confirmed, disabled). An address
 * without an account is locked like one with; {@code ACCOUNT_LOCKED} says nothing of either.
 *
 * <p>Where the account needs a second factor, the right password gives a challenge, and auth-mfa goes on.
 *
 * <p>Crash: the session comes first, its facts second. A session whose opening nobody heard of has tokens that nobody
 * got; the member sees it in their list, and it ages like any other. A lock is reported again by the next attempt, so
 * its fact cannot be lost, and once only.
 */
@Singleton
public class SignIn {

    private static final String NOBODY = "unknown-account";

    /** @param knownClient a secret for the client to keep; absent where it is known already */
    public record Answered(SignIns.Step step, @Nullable String knownClient) {

        @Override
        public String toString() {
            return "Answered[%s]".formatted(step.getClass().getSimpleName());
        }
    }

    private final IdentityProvider identity;
    private final SecurityFacts facts;
    private final ReportSignIn signedIn;
    private final InstantSource clock;

    public SignIn(IdentityProvider identity, SecurityFacts facts, ReportSignIn signedIn, InstantSource clock) {
        this.identity = identity;
        this.facts = facts;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /**
     * @param device what the client says it is
     * @param trustedDevice the secret of a device that need not bring a second factor
     * @param knownClient the secret of a client that has signed in with this address before: its tries are its own
     * @throws Problem {@code WRONG_CREDENTIALS}, {@code ACCOUNT_LOCKED} with the time left, {@code EMAIL_NOT_VERIFIED},
     *     {@code ACCOUNT_DISABLED}, {@code ACCOUNT_INACTIVE}
     */
    public Answered signIn(
            EmailAddress email,
            Password password,
            @Nullable String device,
            @Nullable String trustedDevice,
            @Nullable String knownClient) {
        Check check = identity.passwords().check(email, password, knownClient);
        return switch (check) {
            case Check.Right(var account) -> {
                SignIns.Step step = begin(account, device, trustedDevice);
                yield new Answered(
                        step, identity.passwords().greet(email, knownClient).orElse(null));
            }
            case Check.Wrong wrong -> {
                failed(email, wrong.accountId(), Reason.WRONG_CREDENTIALS);
                reportLock(email, wrong.accountId(), wrong.locksUntil());
                throw Problem.unauthenticated(
                        "WRONG_CREDENTIALS", "Address or password is wrong; check both and try again.");
            }
            case Check.Locked(var until, var accountId) -> {
                failed(email, accountId, Reason.LOCKED);
                reportLock(email, accountId, until);
                throw PasswordProof.locked(until, clock.instant());
            }
            case Check.NotConfirmed(var accountId) -> {
                failed(email, accountId, Reason.NOT_CONFIRMED);
                throw Problem.forbidden(
                        "EMAIL_NOT_VERIFIED",
                        "This address is not confirmed yet; follow the link in our mail, or ask for another.");
            }
            case Check.Disabled(var accountId) -> {
                failed(email, accountId, Reason.DISABLED);
                throw Problem.forbidden("ACCOUNT_DISABLED", "This account is disabled; write to support.");
            }
            case Check.Inactive(var accountId) -> {
                failed(email, accountId, Reason.INACTIVE);
                throw Problem.forbidden(
                        "ACCOUNT_INACTIVE", "This account was deactivated; write to support to have it back.");
            }
        };
    }

    private SignIns.Step begin(Account account, @Nullable String device, @Nullable String trustedDevice) {
        SignIns.Step step = identity.signIns().begin(account.id(), Proof.PASSWORD, device, trustedDevice);
        if (step instanceof SignIns.Opened opened) {
            signedIn.report(
                    account.id(), opened.tokens().sessionId(), opened.proofs(), opened.device(), opened.evicted());
        }
        return step;
    }

    private void failed(EmailAddress email, @Nullable String accountId, Reason reason) {
        facts.happened(
                Objects.requireNonNullElse(accountId, NOBODY), new SignInFailed(accountId, email.masked(), reason));
    }

    private void reportLock(EmailAddress email, @Nullable String accountId, @Nullable Instant until) {
        if (accountId != null && until != null) {
            facts.happenedOnce(
                    "lock of %s until %s".formatted(accountId, until),
                    until,
                    accountId,
                    new AccountLocked(accountId, email, until));
        }
    }
}
