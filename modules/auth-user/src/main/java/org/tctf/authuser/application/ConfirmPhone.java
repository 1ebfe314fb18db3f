package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.tctf.authuser.application.Codes.Use;
import org.tctf.authuser.domain.PendingNumber;
import org.tctf.authuser.domain.Phone;
import org.tctf.authuser.domain.ProvedNumber;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/**
 * Takes the code that went to a phone. A wrong one is counted in the commit that its answer waits for, so guesses side by
 * side do not outrun the count.
 */
@Singleton
public class ConfirmPhone {
    private final Records<Phone> phones;
    private final Codes codes;
    private final InstantSource clock;

    public ConfirmPhone(Records<Phone> phones, Codes codes, InstantSource clock) {
        this.phones = phones;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * @return the number that is the caller's now
     * @throws Problem {@code PHONE_VERIFICATION_NOT_FOUND}, {@code WRONG_CODE} with the remaining attempts, {@code
     *     MAX_ATTEMPTS_EXCEEDED}, {@code VERIFICATION_EXPIRED}
     */
    public ProvedNumber confirm(Principal caller, String code) {
        AtomicInteger wrongBefore = new AtomicInteger();
        Phone tried = phones.decide(caller.memberId(), before -> {
            Phone phone = before.orElseGet(() -> Phone.none(caller.memberId()));
            PendingNumber pending = phone.pending();
            wrongBefore.set(pending == null ? 0 : pending.wrong());
            return phone.tryCode(
                    digest -> pending != null && codes.matches(digest, Use.PHONE, pending.id(), code), clock.instant());
        });
        PendingNumber left = tried.pending();
        if (left != null && left.wrong() > wrongBefore.get()) {
            throw Problem.invalid(
                            "WRONG_CODE",
                            left.remainingAttempts() == 0
                                    ? "This code is wrong, and was the last attempt; ask for another one."
                                    : "This code is wrong; type the newest one that came to that phone.")
                    .at("/code")
                    .remainingAttempts(left.remainingAttempts());
        }
        return tried.number().orElseThrow();
    }
}
