package org.tctf.onboarding.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tctf.kernel.Ids;
import org.tctf.onboarding.domain.Newcomer;
import org.tctf.onboarding.domain.Plan;
import org.tctf.onboarding.domain.Workspace;

/** Gives a new member a workspace and a checklist, once. */
@Singleton
public class StartOnboarding {
    private final Onboardings onboardings;
    private final Ids ids;

    public StartOnboarding(Onboardings onboardings, Ids ids) {
        this.onboardings = onboardings;
        this.ids = ids;
    }

    /** @param since when they became a member; nudges count from then */
    public void start(String memberId, String membershipName, Plan plan, Instant since) {
        Workspace workspace = new Workspace(ids.next().toString(), membershipName);
        Newcomer newcomer = new Newcomer(memberId, plan, workspace, since);
        onboardings.decide(memberId, onboarding -> onboarding.start(newcomer));
    }
}
