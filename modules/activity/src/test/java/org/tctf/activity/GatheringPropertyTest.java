package org.tctf.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tctf.activity.Facts.reactionAdded;
import static org.tctf.activity.Facts.reactionRemoved;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.tctf.activity.Activity.Fact;

/**
 * Whatever arrives at the same moment, twice, or again after its window is closed: each window is told once, with everybody in
 * it counted once, and what is unread is in one digest.
 */
class GatheringPropertyTest {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String AUTHOR = "bob";
    private static final int PEOPLE = 6;

    /**
     * What happens to a post while one window is open.
     *
     * @param likes by whom
     * @param takenBack by whom, all of them after their like
     * @param copies of each fact that arrive at the same moment
     * @param pause before the next one
     */
    record Round(Set<Integer> likes, Set<Integer> takenBack, int copies, Duration pause) {

        Set<Integer> left() {
            Set<Integer> left = new TreeSet<>(likes);
            left.removeAll(takenBack);
            return left;
        }
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void everyWindowIsToldOnceAndEverybodyInItCountedOnce(@ForAll("rounds") List<Round> rounds, @ForAll Random random) {
        try (ActivityPlainTest.Plain activity = new ActivityPlainTest.Plain()) {
            List<Fact> all = new ArrayList<>();
            for (Round round : rounds) {
                List<Fact> likes = round.likes().stream()
                        .map(person -> reactionAdded(AUTHOR, "post", "member-" + person))
                        .toList();
                // What was delivered long ago comes again, among what is new.
                List<Fact> arriving = new ArrayList<>(all);
                for (int i = 0; i < round.copies(); i++) {
                    arriving.addAll(likes);
                }
                Collections.shuffle(arriving, random);
                activity.arriveAtOnce(arriving);
                List<Fact> taken = round.takenBack().stream()
                        .map(person -> reactionRemoved(AUTHOR, "post", "member-" + person))
                        .toList();
                activity.arriveAtOnce(taken);
                all.addAll(likes);
                all.addAll(taken);
                activity.passes(round.pause());
            }

            List<Long> expected = rounds.stream()
                    .map(Round::left)
                    .filter(left -> !left.isEmpty())
                    .map(left -> (long) left.size())
                    .toList();
            Activity.Tray tray = activity.notifications(AUTHOR, false, 100, null);
            assertThat(tray.items().reversed()).extracting(Activity.Seen::count).isEqualTo(expected);
            assertThat(tray.unread()).isEqualTo(expected.size());
            assertThat(activity.published("NOTIFICATION_CREATED")).hasSameSizeAs(expected);
        }
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void whatIsUnreadIsInOneDigestHoweverOftenTheScheduleRuns(@ForAll("rounds") List<Round> rounds) {
        try (ActivityPlainTest.Plain activity = new ActivityPlainTest.Plain()) {
            for (Round round : rounds) {
                activity.arriveAtOnce(round.likes().stream()
                        .map(person -> reactionAdded(AUTHOR, "post", "member-" + person))
                        .toList());
                activity.passes(WINDOW);
            }
            activity.passes(Duration.ofDays(1));
            for (int i = 0; i < 3; i++) {
                activity.runSchedule("digests");
            }
            assertThat(activity.published("DIGEST_DUE"))
                    .singleElement()
                    .asString()
                    .contains("\"unread\":" + rounds.size());
        }
    }

    @Provide
    Arbitrary<List<Round>> rounds() {
        Arbitrary<Set<Integer>> people =
                Arbitraries.integers().between(1, PEOPLE).set().ofMinSize(1).ofMaxSize(PEOPLE);
        Arbitrary<Duration> pauses = Arbitraries.integers().between(5, 90).map(minutes -> Duration.ofMinutes(minutes));
        return Combinators.combine(
                        people,
                        Arbitraries.integers().between(0, PEOPLE),
                        Arbitraries.integers().between(1, 3),
                        pauses)
                .as((likes, taken, copies, pause) ->
                        new Round(likes, Set.copyOf(likes.stream().limit(taken).toList()), copies, pause))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }
}
