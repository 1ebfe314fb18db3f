package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.tctf.authuser.application.Codes.Use;
import org.tctf.authuser.domain.EmailChange;
import org.tctf.authuser.domain.MovingEmail;
import org.tctf.authuser.domain.PendingEmailChange;
import org.tctf.authuser.domain.Side;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/**
 * Takes the code of one of the two addresses; with both, the account is moved. A wrong code is counted in the commit that
 * its answer waits for, so guesses side by side do not outrun the count.
 */
@Singleton
public class ConfirmEmailChange {
    private final Records<EmailChange> emailChanges;
    private final Codes codes;
    private final MoveAccount moveAccount;
    private final InstantSource clock;

    public ConfirmEmailChange(
            Records<EmailChange> emailChanges, Codes codes, MoveAccount moveAccount, InstantSource clock) {
        this.emailChanges = emailChanges;
        this.codes = codes;
        this.moveAccount = moveAccount;
        this.clock = clock;
    }

    /**
     * @return what has become of the change
     * @throws Problem {@code EMAIL_CHANGE_NOT_FOUND}, {@code WRONG_CODE} with the remaining attempts, {@code
     *     MAX_ATTEMPTS_EXCEEDED}, {@code VERIFICATION_EXPIRED}; {@code EMAIL_TAKEN}, said only to who has proved that the
     *     address is theirs
     */
    public EmailChange confirm(Principal caller, Side side, String code) {
        AtomicInteger wrongBefore = new AtomicInteger();
        EmailChange tried = emailChanges.decide(caller.memberId(), before -> {
            EmailChange change = before.orElseThrow(ConfirmEmailChange::notFound);
            if (!(change instanceof PendingEmailChange pending)) {
                throw notFound();
            }
            wrongBefore.set(pending.wrong());
            Use use = side == Side.OLD ? Use.OLD_EMAIL : Use.NEW_EMAIL;
            return pending.tryCode(side, digest -> codes.matches(digest, use, pending.id(), code), clock.instant());
        });
        if (tried instanceof PendingEmailChange pending && pending.wrong() > wrongBefore.get()) {
            throw Problem.invalid(
                            "WRONG_CODE",
                            pending.remainingAttempts() == 0
                                    ? "This code is wrong, and was the last attempt; ask for the change again."
                                    : "This code is wrong; type the one from the newest mail to that address.")
                    .at("/code")
                    .remainingAttempts(pending.remainingAttempts());
        }
        return tried instanceof MovingEmail ? moveAccount.move(caller.memberId()) : tried;
    }

    static Problem notFound() {
        return Problem.notFound("EMAIL_CHANGE_NOT_FOUND", "No change of your address is waiting; ask for one first.");
    }
}
