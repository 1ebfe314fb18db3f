package org.tctf.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tctf.onboarding.domain.Step.ADD_PHOTO;
import static org.tctf.onboarding.domain.Step.CONFIRM_PROFILE;
import static org.tctf.onboarding.domain.Step.FIRST_CONNECTION;
import static org.tctf.onboarding.domain.Step.FIRST_POST;
import static org.tctf.onboarding.domain.Step.JOIN_PROJECT;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tctf.onboarding.domain.Nudge;
import org.tctf.onboarding.domain.Plan;
import org.tctf.testing.Refused;

abstract class OnboardingBehaviour {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final String ada = UUID.randomUUID().toString();
    private final String bob = UUID.randomUUID().toString();

    private Onboarding service;

    abstract Onboarding start();

    @BeforeEach
    void startService() {
        service = start();
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @ParameterizedTest
    @EnumSource
    void aNewMemberGetsAWorkspaceAndTheStepsOfTheirPlan(Plan plan) {
        service.userCreated(ada, "Ada_L", plan);

        var seen = service.show(ada);
        assertThat(seen.status()).isEqualTo("RUNNING");
        assertThat(seen.workspaceName()).isEqualTo("Ada_L");
        assertThat(seen.steps().keySet()).containsExactlyElementsOf(plan.steps());
        assertThat(seen.steps()).doesNotContainValue(true);
        assertThat(service.published("WORKSPACE_CREATED", ada)).isOne();
    }

    @Test
    void whoIsHeardOfTwiceStartsOnce() {
        service.userCreated(ada, "Ada_L", Plan.GROUP);
        service.userCreated(ada, "Ada_L", Plan.GROUP);

        assertThat(service.published("WORKSPACE_CREATED", ada)).isOne();
    }

    @Test
    void stepsTickThemselvesOffWhileTheMemberLivesTheirLife() {
        service.userCreated(ada, "Ada_L", Plan.INDIVIDUAL);
        service.userCreated(bob, "Bob", Plan.INDIVIDUAL);

        service.connectionAccepted(ada, bob);
        service.postPublished(ada);
        service.postPublished(ada);

        assertThat(service.show(ada).steps())
                .isEqualTo(Map.of(
                        CONFIRM_PROFILE, false,
                        ADD_PHOTO, false,
                        FIRST_CONNECTION, true,
                        FIRST_POST, true,
                        JOIN_PROJECT, false));
        assertThat(service.show(bob).steps()).containsEntry(FIRST_CONNECTION, true);
        assertThat(service.published("ONBOARDING_STEP_COMPLETED", ada)).isEqualTo(2);
    }

    @Test
    void whoHasDoneAllStepsHasCompleted() {
        service.userCreated(ada, "Ada_L", Plan.INDIVIDUAL);
        doEverything(ada);

        assertThat(service.show(ada).status()).isEqualTo("COMPLETED");
        assertThat(service.published("ONBOARDING_COMPLETED", ada)).isOne();
        assertRefused("ONBOARDING_ALREADY_COMPLETED", () -> service.skip(ada));
    }

    @Test
    void newsThatOvertakesTheMembersCreationIsNotLost() {
        doEverything(ada);
        assertRefused("ONBOARDING_NOT_STARTED", () -> service.show(ada));

        service.userCreated(ada, "Ada_L", Plan.INDIVIDUAL);

        assertThat(service.show(ada).status()).isEqualTo("COMPLETED");
        assertThat(service.published("ONBOARDING_STEP_COMPLETED", ada)).isEqualTo(5);
        assertThat(service.published("ONBOARDING_COMPLETED", ada)).isOne();
    }

    @Test
    void onlyAProfilePhotoIsAPhoto() {
        service.userCreated(ada, "Ada_L", Plan.ORGANIZATION);

        service.mediaReady(ada, "POST");
        assertThat(service.show(ada).steps()).containsEntry(ADD_PHOTO, false);

        service.mediaReady(ada, "PROFILE_PHOTO");
        assertThat(service.show(ada).steps()).containsEntry(ADD_PHOTO, true);
    }

    @Test
    void whoIsStuckIsNudgedAfterThreeAndSevenDaysAndNeverAgain() {
        service.userCreated(ada, "Ada_L", Plan.GROUP);

        service.timePasses(A_DAY.multipliedBy(3).minusMinutes(1));
        assertThat(service.nudges(ada)).isEmpty();
        service.timePasses(Duration.ofHours(1));
        assertThat(service.nudges(ada)).containsExactly(Nudge.FIRST);
        service.timePasses(A_DAY.multipliedBy(3));
        service.timePasses(A_DAY.multipliedBy(3));
        service.timePasses(A_DAY.multipliedBy(30));
        assertThat(service.nudges(ada)).containsExactly(Nudge.FIRST, Nudge.SECOND);
    }

    @Test
    void whoHasSkippedOrCompletedIsNotNudged() {
        service.userCreated(ada, "Ada_L", Plan.INDIVIDUAL);
        service.userCreated(bob, "Bob", Plan.INDIVIDUAL);
        assertThat(service.skip(ada).status()).isEqualTo("SKIPPED");
        doEverything(bob);

        service.timePasses(A_DAY.multipliedBy(8));

        assertThat(service.nudges(ada)).isEmpty();
        assertThat(service.nudges(bob)).isEmpty();
    }

    @Test
    void toSkipAgainChangesNothing() {
        service.userCreated(ada, "Ada_L", Plan.GROUP);

        assertThat(service.skip(ada)).isEqualTo(service.skip(ada));
    }

    @Test
    void anErasedMemberLeavesNothingAndNothingBringsThemBack() {
        service.userCreated(ada, "Ada_L", Plan.GROUP);
        service.userErased(ada);
        service.userCreated(ada, "Ada_L", Plan.GROUP);
        service.postPublished(ada);
        service.timePasses(A_DAY.multipliedBy(8));

        assertRefused("ONBOARDING_NOT_STARTED", () -> service.show(ada));
        assertThat(service.nudges(ada)).isEmpty();
    }

    private void doEverything(String memberId) {
        service.profileCompleted(memberId);
        service.mediaReady(memberId, "PROFILE_PHOTO");
        service.connectionAccepted("somebody", memberId);
        service.postPublished(memberId);
        service.projectJoined(memberId);
    }

    private static void assertRefused(String code, ThrowingCallable request) {
        assertThatThrownBy(request).isInstanceOf(Refused.class).hasMessage(code);
    }
}
