package org.tctf.authuser.adapter.web;

import org.tctf.authuser.domain.EmailChange;
import org.tctf.authuser.domain.PendingEmailChange;

/**
 * @param oldConfirmed whether the code from the old address came back
 * @param newConfirmed whether the code from the new address came back
 */
record EmailChangeView(Status status, boolean oldConfirmed, boolean newConfirmed) {

    enum Status {
        /** The other code is still to come. */
        WAITING,
        CHANGED
    }

    static EmailChangeView of(EmailChange change) {
        return change instanceof PendingEmailChange pending
                ? new EmailChangeView(
                        Status.WAITING,
                        pending.oldProof().isGiven(),
                        pending.newProof().isGiven())
                : new EmailChangeView(Status.CHANGED, true, true);
    }
}
