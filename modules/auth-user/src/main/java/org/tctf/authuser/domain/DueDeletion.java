package org.tctf.authuser.domain;

import java.time.Instant;
import org.tctf.kernel.Decision;

/** The grace is over: nothing stops it any more, but that nobody else could administer the platform. */
public record DueDeletion(String userId, String id, long version) implements Deletion {

    /** The provider keeps the account, as it is the last admin's. */
    public Decision<Deletion> refused(Instant now) {
        return Decision.of(
                new CalledOffDeletion(userId, id, now, version + 1),
                new AccountDeletionCancelled(userId, AccountDeletionCancelled.Reason.LAST_ADMIN));
    }
}
