package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.authuser.domain.EmailChange;
import org.tctf.authuser.domain.PendingEmailChange;
import org.tctf.identity.Principal;

/** Calls off a change of address that waits for its codes. */
@Singleton
public class CancelEmailChange {
    private final Records<EmailChange> emailChanges;
    private final InstantSource clock;

    public CancelEmailChange(Records<EmailChange> emailChanges, InstantSource clock) {
        this.emailChanges = emailChanges;
        this.clock = clock;
    }

    /** @throws org.tctf.kernel.Problem {@code EMAIL_CHANGE_NOT_FOUND} */
    public void cancel(Principal caller) {
        emailChanges.decide(caller.memberId(), before -> {
            if (before.orElse(null) instanceof PendingEmailChange pending) {
                return pending.callOff(clock.instant());
            }
            throw ConfirmEmailChange.notFound();
        });
    }
}
