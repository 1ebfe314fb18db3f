package org.tctf.authuser.domain;

import java.time.Instant;
import org.tctf.kernel.Decision;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.crypto.Encrypted;

/** The account will be erased; until then it is as ever. */
public record ScheduledDeletion(String userId, String id, Instant requestedAt, long version) implements Deletion {

    /**
     * @param email where the notice goes
     * @param cancelLink to be mailed there
     * @param version of what was known of this member's deletions before
     */
    public static Decision<Deletion> schedule(
            String userId, String id, EmailAddress email, Encrypted cancelLink, long version, Instant now) {
        var scheduled = new ScheduledDeletion(userId, id, now, version + 1);
        return Decision.of(scheduled, new AccountDeletionScheduled(userId, email, cancelLink, scheduled.deletesAt()));
    }

    public Instant deletesAt() {
        return requestedAt.plus(GRACE);
    }

    public Decision<Deletion> callOff(Instant now) {
        return Decision.of(
                new CalledOffDeletion(userId, id, now, version + 1),
                new AccountDeletionCancelled(userId, AccountDeletionCancelled.Reason.MEMBER));
    }

    /** @return the same while the grace lasts */
    public Decision<Deletion> comeDue(Instant now) {
        return Decision.of(now.isBefore(deletesAt()) ? this : new DueDeletion(userId, id, version + 1));
    }
}
