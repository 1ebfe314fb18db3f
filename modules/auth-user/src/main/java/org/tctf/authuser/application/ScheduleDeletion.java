package org.tctf.authuser.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.tctf.authuser.application.Codes.Act;
import org.tctf.authuser.application.Codes.Link;
import org.tctf.authuser.domain.Deletion;
import org.tctf.authuser.domain.DueDeletion;
import org.tctf.authuser.domain.Kept;
import org.tctf.authuser.domain.ScheduledDeletion;
import org.tctf.identity.IdentityProvider;
import org.tctf.identity.Principal;
import org.tctf.kernel.Decision;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Ids;
import org.tctf.kernel.Problem;

/** Has the caller's account erased when its grace is over. Asking again changes nothing. */
@Singleton
public class ScheduleDeletion {
    private final IdentityProvider identity;
    private final Records<Deletion> deletions;
    private final Codes codes;
    private final Ids ids;
    private final InstantSource clock;

    public ScheduleDeletion(
            IdentityProvider identity, Records<Deletion> deletions, Codes codes, Ids ids, InstantSource clock) {
        this.identity = identity;
        this.deletions = deletions;
        this.codes = codes;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @return when the account will be erased
     * @throws Problem {@code RECENT_AUTHENTICATION_REQUIRED}, {@code LAST_ADMIN}
     */
    public Instant schedule(Principal caller) {
        caller.requireRecentProof(clock);
        String userId = caller.memberId();
        EmailAddress email = ShowAccount.standing(identity, caller).account().email();
        if (identity.accounts().isLastAdmin(userId)) {
            throw Problem.conflict(
                    "LAST_ADMIN", "Nobody else could administer the platform; make somebody else an admin first.");
        }
        String id = ids.next().toString();
        Deletion scheduled = deletions.decide(
                userId,
                before -> before.filter(ScheduleDeletion::isUnderWay)
                        .map(Decision::of)
                        .orElseGet(() -> ScheduledDeletion.schedule(
                                userId,
                                id,
                                email,
                                codes.link(new Link(Act.CANCEL_DELETION, userId, id)),
                                before.map(Kept::version).orElse(0L),
                                clock.instant())));
        return scheduled instanceof ScheduledDeletion later ? later.deletesAt() : clock.instant();
    }

    private static boolean isUnderWay(Deletion deletion) {
        return deletion instanceof ScheduledDeletion || deletion instanceof DueDeletion;
    }
}
