package org.tctf.onboarding.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Decision;
import org.tctf.kernel.table.Page;
import org.tctf.onboarding.domain.Running;

/**
 * Finds who is to be reminded now, and says so, once for each nudge: each member is a commit of its own, so a run that
 * breaks off is made up for by the next, and two at once do no harm.
 */
@Singleton
public class NudgeMembers implements Runnable {
    private final DueNudges dueNudges;
    private final Onboardings onboardings;
    private final InstantSource clock;

    public NudgeMembers(DueNudges dueNudges, Onboardings onboardings, InstantSource clock) {
        this.dueNudges = dueNudges;
        this.onboardings = onboardings;
        this.clock = clock;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        @Nullable String cursor = null;
        do {
            Page<String> due = dueNudges.memberIds(now, cursor);
            due.items().forEach(memberId -> nudge(memberId, now));
            cursor = due.nextCursor();
        } while (cursor != null);
    }

    private void nudge(String memberId, Instant now) {
        onboardings.decide(
                memberId,
                onboarding -> onboarding instanceof Running running ? running.nudge(now) : Decision.of(onboarding));
    }
}
