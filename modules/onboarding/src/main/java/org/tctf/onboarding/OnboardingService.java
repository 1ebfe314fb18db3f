package org.tctf.onboarding;

import java.time.Duration;
import org.tctf.kernel.service.Criticality;
import org.tctf.kernel.service.Service;
import org.tctf.kernel.service.ServiceDefinition;
import org.tctf.kernel.table.AccessPattern;
import org.tctf.onboarding.adapter.events.OnConnectionAccepted;
import org.tctf.onboarding.adapter.events.OnDataExportRequested;
import org.tctf.onboarding.adapter.events.OnMediaReady;
import org.tctf.onboarding.adapter.events.OnPostPublished;
import org.tctf.onboarding.adapter.events.OnProfileCompleted;
import org.tctf.onboarding.adapter.events.OnProjectJoined;
import org.tctf.onboarding.adapter.events.OnUserCreated;
import org.tctf.onboarding.adapter.events.OnUserErased;
import org.tctf.onboarding.application.NudgeMembers;
import org.tctf.onboarding.domain.Nudge;
import org.tctf.onboarding.domain.OnboardingCompleted;
import org.tctf.onboarding.domain.OnboardingNudgeDue;
import org.tctf.onboarding.domain.OnboardingStepCompleted;
import org.tctf.onboarding.domain.WorkspaceCreated;

/** A new member's first steps. */
public final class OnboardingService implements Service {
    public static final AccessPattern ONBOARDING =
            AccessPattern.main("the onboarding of a member", "MEMBER#{memberId}", "ONBOARDING");
    public static final AccessPattern NUDGES_DUE =
            AccessPattern.index("GSI1", "nudges by the time they are due", "NUDGES", "{dueAt}");

    public static final ServiceDefinition DEFINITION = ServiceDefinition.named("onboarding")
            .summary("Gives each new member a workspace and a checklist that ticks itself off, and two reminders.")
            .owner("members")
            .criticality(Criticality.BACKGROUND)
            .table(ONBOARDING, NUDGES_DUE)
            .publishes(
                    WorkspaceCreated.class,
                    OnboardingStepCompleted.class,
                    OnboardingCompleted.class,
                    OnboardingNudgeDue.class)
            .exports(OnDataExportRequested.class)
            .consumes("USER_CREATED", OnUserCreated.UserCreated.class, OnUserCreated.class)
            .consumes("USER_ERASED", OnUserErased.UserErased.class, OnUserErased.class)
            .consumes("PROFILE_COMPLETED", OnProfileCompleted.ProfileCompleted.class, OnProfileCompleted.class)
            .consumes("CONNECTION_ACCEPTED", OnConnectionAccepted.ConnectionAccepted.class, OnConnectionAccepted.class)
            .consumes("POST_PUBLISHED", OnPostPublished.PostPublished.class, OnPostPublished.class)
            .consumes("PROJECT_JOINED", OnProjectJoined.ProjectJoined.class, OnProjectJoined.class)
            .consumes("MEDIA_READY", OnMediaReady.MediaReady.class, OnMediaReady.class)
            .schedule("nudge-members", Duration.ofHours(1), NudgeMembers.class)
            .metric("workspaces.created", WorkspaceCreated.class)
            .metric("onboardings.completed", OnboardingCompleted.class)
            .metric("onboardings.nudged", OnboardingNudgeDue.class)
            .limit("days to the first nudge", Nudge.FIRST.days())
            .limit("days to the second nudge", Nudge.SECOND.days())
            .build();

    @Override
    public ServiceDefinition definition() {
        return DEFINITION;
    }
}
