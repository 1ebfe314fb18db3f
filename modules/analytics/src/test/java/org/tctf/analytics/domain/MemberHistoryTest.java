package org.tctf.analytics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MemberHistoryTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    @Test
    void aFactThatAddsNothingLeavesTheHistoryAsItIs() {
        MemberHistory once = MemberHistory.blank("ada").with(fact("SIGNED_IN", MONDAY));

        assertThat(once.with(fact("SIGNED_IN", MONDAY))).isSameAs(once);
    }

    @Test
    void anEarlierSignUpMovesTheMemberToAnEarlierCohort() {
        MemberHistory late = MemberHistory.blank("ada").with(fact("USER_CREATED", MONDAY));
        MemberHistory early = late.with(fact("USER_CREATED", MONDAY.minusWeeks(1)));

        assertThat(early.counts().minus(late.counts()).byCounter())
                .containsEntry(new Counter(Retention.METRIC, MONDAY, Retention.JOINED), -1L)
                .containsEntry(new Counter(Retention.METRIC, MONDAY.minusWeeks(1), Retention.JOINED), 1L);
    }

    @Test
    void activityBeforeJoiningOrAYearAfterIsNoRetention() {
        MemberHistory history = MemberHistory.blank("ada")
                .with(fact("USER_CREATED", MONDAY))
                .with(fact("SIGNED_IN", MONDAY.minusWeeks(1)))
                .with(fact("SIGNED_IN", MONDAY.plusWeeks(53)));

        assertThat(history.counts().byCounter().keySet())
                .filteredOn(counter -> counter.metric().equals(Retention.METRIC))
                .extracting(Counter::part)
                .containsExactlyInAnyOrder(Retention.JOINED, "00");
    }

    @Test
    void aDayThatAddsThreeCountersIsFewItems() {
        Posting posting = Posting.NONE.plus(fact("SIGNED_IN", MONDAY), MemberHistory::blank);

        assertThat(posting.items()).isEqualTo(5); // history, sign-ins, and active members by day, week and month
    }

    private static Fact fact(String type, LocalDate day) {
        return new Fact(type + day, type, Instant.parse(day + "T12:00:00Z"), "ada", null, null);
    }
}
