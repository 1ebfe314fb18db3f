package org.tctf.onboarding.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tctf.kernel.Decision;

/** The same news leads to the same end and to the same facts, in whatever order and however often it comes. */
class AnyOrderTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    /** One piece of news, as a consumer hears it. */
    interface News extends Function<Onboarding, Decision<Onboarding>> {}

    private record End(Onboarding state, List<Object> facts) {}

    @Property
    void theOrderOfTheNewsDoesNotMatter(@ForAll Plan plan, @ForAll("ticks") List<News> ticks, @ForAll Random random) {
        List<News> inOrder = new ArrayList<>(ticks);
        inOrder.addFirst(start(plan));
        List<News> shuffled = new ArrayList<>(inOrder);
        shuffled.addAll(inOrder.subList(0, random.nextInt(inOrder.size() + 1)));
        Collections.shuffle(shuffled, random);

        End expected = end(inOrder);
        End end = end(shuffled);

        assertThat(end.state())
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(expected.state());
        assertThat(end.state()).hasSameClassAs(expected.state());
        assertThat(end.facts()).containsExactlyInAnyOrderElementsOf(expected.facts());
    }

    @Property
    void nothingComesBackAfterAnErasure(@ForAll Plan plan, @ForAll("ticks") List<News> ticks, @ForAll Random random) {
        List<News> news = new ArrayList<>(ticks);
        news.add(start(plan));
        news.add(Onboarding::erase);
        Collections.shuffle(news, random);

        assertThat(end(news).state()).isInstanceOf(Erased.class);
    }

    @Property
    void everyFactIsSaidOnce(@ForAll Plan plan, @ForAll("ticks") List<News> ticks) {
        List<News> news = new ArrayList<>(ticks);
        news.addFirst(start(plan));
        news.addAll(List.copyOf(news));

        assertThat(end(news).facts()).doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<List<News>> ticks() {
        Arbitrary<News> tick = Combinators.combine(
                        Arbitraries.of(Step.class), Arbitraries.integers().between(0, 200))
                .as((step, hours) -> onboarding -> onboarding.tick(step, MONDAY.plus(Duration.ofHours(hours))));
        return tick.list().ofMaxSize(12);
    }

    private static News start(Plan plan) {
        var newcomer = new Newcomer("ada", plan, new Workspace("workspace", "Ada_L"), MONDAY);
        return onboarding -> onboarding.start(newcomer);
    }

    private static End end(List<News> news) {
        Onboarding state = Onboarding.unknown("ada");
        List<Object> facts = new ArrayList<>();
        for (News piece : news) {
            Decision<Onboarding> decided = piece.apply(state);
            state = decided.state();
            facts.addAll(decided.facts());
        }
        return new End(state, facts);
    }
}
