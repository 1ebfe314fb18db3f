package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.authuser.domain.Deletion;
import org.tctf.authuser.domain.ScheduledDeletion;
import org.tctf.identity.Principal;
import org.tctf.kernel.Problem;

/** Keeps the caller's account after all. */
@Singleton
public class CancelDeletion {
    private final Records<Deletion> deletions;
    private final InstantSource clock;

    public CancelDeletion(Records<Deletion> deletions, InstantSource clock) {
        this.deletions = deletions;
        this.clock = clock;
    }

    /** @throws Problem {@code DELETION_NOT_FOUND} */
    public void cancel(Principal caller) {
        deletions.decide(caller.memberId(), before -> {
            if (before.orElse(null) instanceof ScheduledDeletion scheduled) {
                return scheduled.callOff(clock.instant());
            }
            throw Problem.notFound("DELETION_NOT_FOUND", "No deletion of your account is scheduled; it stays.");
        });
    }
}
