package org.tctf.onboarding.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.Decision;

class OnboardingTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
    private static final Newcomer ACME =
            new Newcomer("acme", Plan.ORGANIZATION, new Workspace("workspace", "acme"), MONDAY);

    @Test
    void aNewMemberHasAWorkspaceAndOpenSteps() {
        var decided = Onboarding.unknown("acme").start(ACME);

        assertThat(decided.facts()).containsExactly(new WorkspaceCreated("acme", "workspace", "acme"));
        assertThat(((Running) decided.state()).checklist().openSteps()).isEqualTo(Plan.ORGANIZATION.steps());
    }

    @Test
    void whoHasDoneEverythingBeforeTheirStartIsDoneAtOnce() {
        Onboarding state = Onboarding.unknown("acme");
        for (Step step : Plan.ORGANIZATION.steps()) {
            state = state.tick(step, MONDAY).state();
        }

        Decision<Onboarding> decided = state.start(ACME);

        assertThat(decided.state()).isInstanceOf(Completed.class);
        assertThat(decided.facts())
                .containsExactly(
                        new WorkspaceCreated("acme", "workspace", "acme"),
                        new OnboardingStepCompleted("acme", Step.CONFIRM_PROFILE),
                        new OnboardingStepCompleted("acme", Step.ADD_PHOTO),
                        new OnboardingStepCompleted("acme", Step.FIRST_POST),
                        new OnboardingCompleted("acme"));
    }

    @Test
    void whoHasSkippedAndDoesEverythingLaterHasCompletedToo() {
        Onboarding state = ((Running) Onboarding.unknown("acme").start(ACME).state())
                .skip()
                .state();
        List<Object> facts = new ArrayList<>();
        for (Step step : Plan.ORGANIZATION.steps()) {
            assertThat(state).isInstanceOf(Skipped.class);
            Decision<Onboarding> decided = state.tick(step, MONDAY);
            facts.addAll(decided.facts());
            state = decided.state();
        }

        assertThat(state).isInstanceOf(Completed.class);
        assertThat(facts).endsWith(new OnboardingCompleted("acme"));
    }

    @Test
    void aStepThatThePlanDoesNotHaveChangesNothing() {
        Onboarding running = Onboarding.unknown("acme").start(ACME).state();

        assertThat(running.tick(Step.JOIN_PROJECT, MONDAY)).isEqualTo(Decision.of(running));
    }

    @Test
    void aStepDoneTwiceWasDoneTheFirstTimeAndIsSaidOnce() {
        Onboarding late = Onboarding.unknown("acme")
                .start(ACME)
                .state()
                .tick(Step.FIRST_POST, MONDAY.plusSeconds(60))
                .state();

        Decision<Onboarding> heardOfTheFirst = late.tick(Step.FIRST_POST, MONDAY);

        assertThat(heardOfTheFirst.facts()).isEmpty();
        assertThat(((Running) heardOfTheFirst.state()).checklist().done()).containsEntry(Step.FIRST_POST, MONDAY);
    }
}
