package org.tctf.authuser.domain;

import java.time.Instant;
import java.util.Optional;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Problem;

/** The account has the new address; the owner of the old one has been told, and can undo it for a week. */
public record ChangedEmail(String userId, String id, Addresses addresses, Instant changedAt, long version)
        implements EmailChange {

    public Instant undoableUntil() {
        return changedAt.plus(UNDO);
    }

    /** @throws Problem {@code LINK_EXPIRED} */
    public Decision<EmailChange> undo(Instant now) {
        if (!now.isBefore(undoableUntil())) {
            throw PendingEmailChange.linkExpired();
        }
        return Decision.of(new MovingEmail(userId, id, addresses.back(), true, null, version + 1));
    }

    @Override
    public Optional<Instant> keptUntil() {
        return EmailChange.forgottenAfter(undoableUntil());
    }
}
