package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.authuser.domain.CalledOffDeletion;
import org.tctf.authuser.domain.Deletion;
import org.tctf.authuser.domain.DueDeletion;
import org.tctf.authuser.domain.ScheduledDeletion;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Problem;

/** Has the accounts erased whose grace is over: from here on nothing calls it off. */
@Singleton
public class DeleteDueAccounts implements Runnable {
    private static final int BATCH = 100;

    private final DueDeletions due;
    private final Records<Deletion> deletions;
    private final InstantSource clock;

    public DeleteDueAccounts(DueDeletions due, Records<Deletion> deletions, InstantSource clock) {
        this.due = due;
        this.deletions = deletions;
        this.clock = clock;
    }

    /** One batch; the rest, if there ever is one, has its turn an hour later. */
    @Override
    public void run() {
        for (String userId : due.until(clock.instant(), BATCH)) {
            deletions
                    .find(userId)
                    .ifPresent(_ -> deletions.decide(
                            userId,
                            before -> comeDue(before.orElseThrow(() ->
                                    Problem.notFound("DELETION_NOT_FOUND", "It was called off at this moment.")))));
        }
    }

    private Decision<Deletion> comeDue(Deletion deletion) {
        return switch (deletion) {
            case ScheduledDeletion scheduled -> scheduled.comeDue(clock.instant());
            case DueDeletion already -> Decision.of(already);
            case CalledOffDeletion off -> Decision.of(off);
        };
    }
}
