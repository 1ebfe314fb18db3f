package org.tctf.onboarding.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NudgesTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final Running running = (Running) Running.start(
                    new Newcomer("ada", Plan.ORGANIZATION, new Workspace("workspace", "Ada_L"), START), 1, Map.of())
            .state();

    @Test
    void theFirstNudgeIsDueAfterThreeDaysAndNamesTheOpenSteps() {
        Running withPhoto = (Running) running.tick(Step.ADD_PHOTO, START).state();

        assertThat(withPhoto.nudge(days(3).minusMillis(1)).facts()).isEmpty();
        assertThat(withPhoto.nudge(days(3)).facts())
                .containsExactly(
                        new OnboardingNudgeDue("ada", Nudge.FIRST, 3, List.of(Step.CONFIRM_PROFILE, Step.FIRST_POST)));
    }

    @Test
    void whoIsDueForBothGetsTheSecondOnly() {
        var decided = running.nudge(days(8));

        assertThat(decided.facts())
                .containsExactly(new OnboardingNudgeDue("ada", Nudge.SECOND, 7, Plan.ORGANIZATION.steps()));
        assertThat(((Running) decided.state()).nextNudgeAt()).isEmpty();
    }

    @Test
    void theNextNudgeIsKnownFromTheStart() {
        assertThat(running.nextNudgeAt()).contains(days(3));
        assertThat(((Running) running.nudge(days(3)).state()).nextNudgeAt()).contains(days(7));
    }

    @Property
    void howeverOftenTheClockStrikesEachNudgeComesOnceAndInOrder(
            @ForAll @Size(max = 40) List<@IntRange(max = 400) Integer> strikes) {
        List<Nudge> nudges = new ArrayList<>();
        Running state = running;
        for (int hours : strikes.stream().sorted().toList()) {
            var decided = state.nudge(START.plus(Duration.ofHours(hours)));
            decided.facts().forEach(fact -> nudges.add(((OnboardingNudgeDue) fact).nudge()));
            state = (Running) decided.state();
        }
        assertThat(nudges).doesNotHaveDuplicates().isSorted();
        boolean struckAfterSeven = strikes.stream().anyMatch(hours -> hours >= 7 * 24);
        assertThat(nudges.contains(Nudge.SECOND)).isEqualTo(struckAfterSeven);
    }

    private static Instant days(int days) {
        return START.plus(Duration.ofDays(days));
    }
}
