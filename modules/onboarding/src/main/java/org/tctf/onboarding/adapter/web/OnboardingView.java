package org.tctf.onboarding.adapter.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.onboarding.domain.Checklist;
import org.tctf.onboarding.domain.Completed;
import org.tctf.onboarding.domain.Plan;
import org.tctf.onboarding.domain.Running;
import org.tctf.onboarding.domain.Skipped;
import org.tctf.onboarding.domain.Step;
import org.tctf.onboarding.domain.Underway;

/**
 * A member's onboarding.
 *
 * @param steps in the order in which they are best done
 */
record OnboardingView(
        Status status, Plan plan, Instant startedAt, WorkspaceView workspace, List<StepView> steps, long version) {

    /** RUNNING = steps are open; SKIPPED = steps are open, no reminders; COMPLETED = all are done. */
    enum Status {
        RUNNING,
        SKIPPED,
        COMPLETED
    }

    record WorkspaceView(String id, String name) {}

    /** @param doneAt absent while the step is open */
    record StepView(Step step, @Nullable Instant doneAt) {}

    static OnboardingView of(Underway onboarding) {
        Checklist checklist = onboarding.checklist();
        return new OnboardingView(
                switch (onboarding) {
                    case Running _ -> Status.RUNNING;
                    case Skipped _ -> Status.SKIPPED;
                    case Completed _ -> Status.COMPLETED;
                },
                checklist.plan(),
                onboarding.startedAt(),
                new WorkspaceView(
                        onboarding.workspace().workspaceId(),
                        onboarding.workspace().name()),
                checklist.plan().steps().stream()
                        .map(step -> new StepView(step, checklist.done().get(step)))
                        .toList(),
                onboarding.version());
    }
}
