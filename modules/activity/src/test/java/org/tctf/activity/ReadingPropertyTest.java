package org.tctf.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tctf.activity.Facts.chatMessageRead;
import static org.tctf.activity.Facts.chatMessageSent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.tctf.activity.Activity.Fact;

/** However messages and readings of them cross each other: what is read is not told as unread, what is not is told. */
class ReadingPropertyTest {
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final Duration SETTLED = Duration.ofMinutes(2);

    /** So many messages of a friend, and how far they are read; 0 is not at all. */
    record Talk(int messages, int readUpTo) {

        boolean isRead() {
            return readUpTo >= messages;
        }
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void somethingIsUnreadAsLongAsAMessageIs(
            @ForAll("talks") List<Talk> talks, @ForAll boolean isReadLater, @ForAll Random random) {
        try (ActivityPlainTest.Plain activity = new ActivityPlainTest.Plain()) {
            List<Fact> first = new ArrayList<>();
            List<Fact> then = new ArrayList<>();
            for (int i = 0; i < talks.size(); i++) {
                String friend = "friend-" + i;
                Talk talk = talks.get(i);
                IntStream.rangeClosed(1, talk.messages())
                        .forEach(number ->
                                (random.nextInt(4) == 0 ? then : first).add(chatMessageSent(friend, "bob", number)));
                IntStream.rangeClosed(1, talk.readUpTo())
                        .forEach(upTo -> (isReadLater || random.nextBoolean() ? then : first)
                                .add(chatMessageRead("bob", friend, upTo)));
            }
            arrive(activity, first, random);
            activity.passes(WINDOW);
            then.addAll(first);
            arrive(activity, then, random);
            activity.passes(WINDOW);
            activity.passes(SETTLED);

            Activity.Tray tray = activity.notifications("bob", false, 100, null);
            assertThat(tray.unread() == 0).isEqualTo(talks.stream().allMatch(Talk::isRead));
            assertThat(tray.items().stream().filter(one -> !one.isRead()).count())
                    .isEqualTo(tray.unread());
        }
    }

    private static void arrive(ActivityPlainTest.Plain activity, List<Fact> facts, Random random) {
        Collections.shuffle(facts, random);
        activity.arriveAtOnce(facts);
    }

    @Provide
    Arbitrary<List<Talk>> talks() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 4))
                .as((messages, read) -> new Talk(messages, Math.min(messages, read)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }
}
