package org.tctf.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever a seed does to the platform, it keeps what it promises. */
class SimulationTest {
    private static final int A_LOT = 1_000;

    @TestFactory
    Stream<DynamicTest> everySeedEndsWell() {
        return Seeds.toPlay()
                .map(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
                    Story story = Story.of(seed);
                    System.out.printf("simulation: seed %d, %s%n", seed, story.summary());
                    assertThat(story.broken()).as(story.complaint()).isEmpty();
                }));
    }

    @Test
    void theSameSeedGivesTheSameTrail() {
        Story once = Story.of(1);
        Story again = Story.of(1);

        List<String> happened = once.trail().lines();
        assertThat(happened).hasSizeGreaterThan(A_LOT);
        assertThat(again.trail().lines()).isEqualTo(happened);
        assertThat(again.trail().hash()).isEqualTo(once.trail().hash());
    }
}
