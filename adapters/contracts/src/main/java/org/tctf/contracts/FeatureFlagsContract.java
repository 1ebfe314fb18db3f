package org.tctf.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.flag.FeatureFlags;
import org.tctf.kernel.service.ServiceDefinition;

/** What every {@link FeatureFlags} promises. Each test has a source of its own, in which nothing is turned. */
public abstract class FeatureFlagsContract {
    /** What the twin under test has the flags of. */
    protected static final ServiceDefinition HOUSE = ServiceDefinition.named("house")
            .summary("Lets people in.")
            .owner("test")
            .flag("door-open", true, "Whether the door is open")
            .flag("light-on", false, "Whether the light is on")
            .build();

    /** So long that only a source that hangs is left behind, however busy the machine. */
    private static final Duration PATIENT = Duration.ofSeconds(20);

    private static final Duration HASTY = Duration.ofMillis(300);

    private FeatureFlags flags = (service, flag) -> false;

    @BeforeEach
    void begin() {
        flags = begin(PATIENT);
    }

    /** One that begins now, over the source of this test, whose uses wait no longer than this. */
    protected abstract FeatureFlags begin(Duration patience);

    /** What an operator says: all that is turned, and nothing else. */
    protected abstract void turn(Map<String, Boolean> flags);

    /** An operator's slip: this flag is neither on nor off, the others as said. */
    protected abstract void muddle(String flag, Map<String, Boolean> others);

    /** What cannot be understood at all. */
    protected abstract void breakDocument();

    /** From now on the source cannot be reached. */
    protected abstract void disconnect();

    /** From now on the source takes the question and doesn't answer, until {@link #letGo}. */
    protected abstract void hang();

    /** A source that hangs answers, and says what it said before. */
    protected abstract void letGo();

    /** Lets so much time pass, by the clock that the flags go by. */
    protected abstract void pass(Duration time);

    /** How old what is known may be. */
    protected abstract Duration knownFor();

    private boolean isDoorOpen() {
        return flags.isOn(HOUSE, "door-open");
    }

    private boolean isLightOn() {
        return flags.isOn(HOUSE, "light-on");
    }

    private void turnAndPass(Map<String, Boolean> flags) {
        turn(flags);
        pass(knownFor());
    }

    @Test
    void whatNobodyTurnedIsAsDefined() {
        assertThat(isDoorOpen()).isTrue();
        assertThat(isLightOn()).isFalse();
    }

    @Test
    void whatWasTurnedBeforeTheStartIsKnownAtTheFirstUse() {
        turn(Map.of("door-open", false));

        assertThat(begin(PATIENT).isOn(HOUSE, "door-open")).isFalse();
    }

    @Test
    void aTurnedFlagIsSeenAsSoonAsWhatIsKnownIsTooOld() {
        assertThat(isDoorOpen()).isTrue();
        turnAndPass(Map.of("door-open", false));
        assertThat(isDoorOpen()).isFalse();
        assertThat(isLightOn()).isFalse();
        turnAndPass(Map.of("door-open", true, "light-on", true));
        assertThat(isDoorOpen()).isTrue();
        assertThat(isLightOn()).isTrue();
    }

    @Test
    void untilThenTheSourceIsLeftAlone() {
        assertThat(isDoorOpen()).isTrue();
        turn(Map.of("door-open", false));
        pass(knownFor().minusMillis(1));
        assertThat(isDoorOpen()).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(isDoorOpen()).isFalse();
    }

    @Test
    void whatDoesNotChangeStays() {
        turnAndPass(Map.of("door-open", false));
        for (int time = 0; time < 5; time++) {
            assertThat(isDoorOpen()).isFalse();
            pass(knownFor());
        }
    }

    @Test
    void afterAQuietDayTheFirstUseSeesWhatIsTrueNow() {
        assertThat(isDoorOpen()).isTrue();
        turn(Map.of("door-open", false));
        pass(Duration.ofHours(30));
        assertThat(isDoorOpen()).isFalse();
    }

    @Test
    void aFlagThatIsTakenOutIsAsDefinedAgain() {
        turnAndPass(Map.of("door-open", false, "light-on", true));
        assertThat(isLightOn()).isTrue();
        turnAndPass(Map.of("door-open", false));
        assertThat(isLightOn()).isFalse();
        assertThat(isDoorOpen()).isFalse();
    }

    @Test
    void aValueThatMakesNoSenseLeavesThatFlagAsItWasAndNoOther() {
        turnAndPass(Map.of("door-open", false));
        assertThat(isDoorOpen()).isFalse();
        muddle("door-open", Map.of("light-on", true));
        pass(knownFor());
        assertThat(isDoorOpen()).isFalse();
        assertThat(isLightOn()).isTrue();
    }

    @Test
    void aFlagThatNobodyHasHarmsNobody() {
        turnAndPass(Map.of("door-open", false, "dor-open", true));
        assertThat(isDoorOpen()).isFalse();
    }

    @Test
    void whatCannotBeUnderstoodLeavesEverythingAsItWas() {
        turnAndPass(Map.of("door-open", false, "light-on", true));
        assertThat(isDoorOpen()).isFalse();
        breakDocument();
        pass(knownFor());
        assertThat(isDoorOpen()).isFalse();
        assertThat(isLightOn()).isTrue();
        turnAndPass(Map.of("light-on", true));
        assertThat(isDoorOpen()).isTrue();
    }

    @Test
    void whoCannotReachTheSourceGoesOnWithWhatWasKnown() {
        turnAndPass(Map.of("door-open", false));
        assertThat(isDoorOpen()).isFalse();
        disconnect();
        pass(knownFor());
        assertThat(isDoorOpen()).isFalse();
        pass(Duration.ofDays(3));
        assertThat(isDoorOpen()).isFalse();
    }

    @Test
    void whoHasNeverReachedItGoesByTheDefinition() {
        turn(Map.of("door-open", false));
        disconnect();
        FeatureFlags another = begin(PATIENT);

        assertThat(another.isOn(HOUSE, "door-open")).isTrue();
        assertThat(another.isOn(HOUSE, "light-on")).isFalse();
    }

    @Test
    void aSourceThatHangsCostsOneWaitAndWhatItSaysInTheEndCounts() {
        turn(Map.of("light-on", true));
        flags = begin(HASTY);
        await().untilAsserted(() -> assertThat(isLightOn()).isTrue());
        turn(Map.of("door-open", false));
        hang();
        pass(knownFor());

        long start = System.nanoTime();
        assertThat(isLightOn()).isTrue();
        Duration first = Duration.ofNanos(System.nanoTime() - start);
        start = System.nanoTime();
        for (int use = 0; use < 100; use++) {
            assertThat(isLightOn()).isTrue();
        }
        Duration hundred = Duration.ofNanos(System.nanoTime() - start);
        letGo();

        assertThat(first).isBetween(HASTY.minusMillis(20), HASTY.multipliedBy(4));
        assertThat(hundred).isLessThan(HASTY);
        await().untilAsserted(() -> assertThat(isDoorOpen()).isFalse());
    }

    @Test
    void aFlagThatIsNotDefinedIsABug() {
        assertThatIllegalStateException()
                .isThrownBy(() -> flags.isOn(HOUSE, "dor-open"))
                .withMessage("house has no flag dor-open; add flag(\"dor-open\", …) to its definition");
    }
}
