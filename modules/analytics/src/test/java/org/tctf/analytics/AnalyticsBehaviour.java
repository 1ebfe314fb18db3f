package org.tctf.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tctf.analytics.Facts.consequence;
import static org.tctf.analytics.Facts.paymentReceived;
import static org.tctf.analytics.Facts.postPublished;
import static org.tctf.analytics.Facts.profileCompleted;
import static org.tctf.analytics.Facts.signUpConfirmed;
import static org.tctf.analytics.Facts.signUpStarted;
import static org.tctf.analytics.Facts.signedIn;
import static org.tctf.analytics.Facts.userCreated;
import static org.tctf.analytics.Facts.userErased;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.event.Envelope;

/** What the service promises, whatever runs it. */
abstract class AnalyticsBehaviour {
    private Analytics analytics;
    private LocalDate today;
    private LocalDate yesterday;

    abstract Analytics start();

    @BeforeEach
    void begin() {
        analytics = start();
        today = analytics.today();
        yesterday = today.minusDays(1);
    }

    @AfterEach
    void end() {
        analytics.close();
    }

    @Test
    void aSignUpIsCountedOnceHoweverOftenItArrives() {
        Envelope signUp = userCreated("ada", today);

        analytics.arrive(List.of(signUp, signUp, signUp));

        assertThat(analytics.metric("sign-ups", "day", today, today)).containsExactly(1L);
    }

    @Test
    void aLateFactCountsForTheDayItHappenedOn() {
        analytics.arrive(List.of(userCreated("ada", today), userCreated("bob", yesterday)));

        assertThat(analytics.metric("sign-ups", "day", yesterday, today)).containsExactly(1L, 1L);
    }

    @Test
    void aWeekIsTheSumOfItsDays() {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

        analytics.arrive(List.of(
                userCreated("ada", monday),
                userCreated("bob", monday.plusDays(6)),
                userCreated("eve", monday.minusDays(1))));

        assertThat(analytics.metric("sign-ups", "week", monday.minusDays(1), monday))
                .containsExactly(1L, 2L);
    }

    @Test
    void aMemberIsActiveOnceADayAndOnceAWeek() {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));

        analytics.arrive(List.of(
                signedIn("ada", monday),
                postPublished("ada", monday),
                postPublished("ada", monday.plusDays(1)),
                postPublished("bob", monday.plusDays(1))));

        assertThat(analytics.metric("active-members", "day", monday, monday.plusDays(1)))
                .containsExactly(1L, 2L);
        assertThat(analytics.metric("active-members", "week", monday, monday)).containsExactly(2L);
    }

    @Test
    void whatAFactLedToIsNoActivityOfWhoBegan() {
        analytics.arrive(List.of(consequence("CONVERSATION_STARTED", "ada", today)));

        assertThat(analytics.metric("active-members", "day", today, today)).containsExactly(0L);
    }

    @Test
    void moneyIsSummedByCurrencyToTheCent() {
        analytics.arrive(List.of(
                paymentReceived("49.00", "EUR", yesterday),
                paymentReceived("0.10", "EUR", today),
                paymentReceived("980", "JPY", today)));

        assertThat(analytics.money("revenue", yesterday, today)).isEqualTo(Map.of("EUR", "49.10", "JPY", "980"));
    }

    @Test
    void aFunnelCountsMembersUpToTheFirstStepThatIsMissing() {
        analytics.arrive(List.of(
                signUpStarted("ada", today),
                signUpConfirmed("ada", today),
                profileCompleted("ada", today),
                postPublished("ada", today),
                signUpStarted("bob", today),
                signUpConfirmed("bob", today),
                signUpStarted("eve", today),
                profileCompleted("eve", today)));

        assertThat(analytics.funnel("sign-up", today, today)).containsExactly(3L, 2L, 1L, 1L);
    }

    @Test
    void aFunnelsStepsMayBeReportedInAnyOrder() {
        List<Envelope> steps = new ArrayList<>(List.of(
                signUpStarted("ada", yesterday),
                signUpConfirmed("ada", yesterday),
                profileCompleted("ada", today),
                postPublished("ada", today)));
        Collections.reverse(steps);

        analytics.arrive(steps);

        assertThat(analytics.funnel("sign-up", yesterday, yesterday)).containsExactly(1L, 1L, 1L, 1L);
        assertThat(analytics.funnel("sign-up", today, today)).containsExactly(0L, 0L, 0L, 0L);
    }

    @Test
    void retentionFollowsAWeeksNewMembersWeekByWeek() {
        LocalDate joined = today.minusWeeks(2);

        analytics.arrive(List.of(
                postPublished("bob", joined.plusWeeks(1)),
                userCreated("ada", joined),
                userCreated("bob", joined),
                signedIn("ada", joined.plusWeeks(2)),
                signedIn("bob", joined.plusWeeks(2)),
                signedIn("stranger", joined.plusWeeks(2))));

        assertThat(analytics.retention(joined)).containsExactly(2L, 2L, 1L, 2L);
    }

    @Test
    void growthAddsThoseWhoJoinedAndTakesThoseWhoLeft() {
        analytics.arrive(List.of(
                userCreated("ada", yesterday.minusDays(40)),
                userCreated("bob", yesterday),
                userCreated("eve", today),
                userErased("bob", today)));

        assertThat(analytics.totals(yesterday, today)).containsExactly(2L, 2L);
    }

    @Test
    void aRebuildGivesTheSameNumbersAgain() {
        List<Envelope> facts = aMonthOfFacts();
        analytics.arrive(facts);
        List<Object> before = everything();

        long replayed = analytics.rebuild();

        assertThat(replayed).isEqualTo(facts.size());
        assertThat(everything()).isEqualTo(before);
        analytics.rebuild();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void factsThatComeAfterARebuildAreCountedOn() {
        analytics.arrive(List.of(userCreated("ada", yesterday)));
        analytics.rebuild();

        analytics.arrive(List.of(userCreated("bob", today), signedIn("ada", today)));

        assertThat(analytics.metric("sign-ups", "day", yesterday, today)).containsExactly(1L, 1L);
        assertThat(analytics.metric("active-members", "day", today, today)).containsExactly(2L);
    }

    private List<Envelope> aMonthOfFacts() {
        Random random = new Random(7);
        List<Envelope> facts = new ArrayList<>();
        for (int member = 0; member < 20; member++) {
            String name = "member-" + member;
            LocalDate joined = today.minusDays(random.nextInt(28));
            facts.add(signUpStarted(name, joined));
            facts.add(userCreated(name, joined));
            for (int i = random.nextInt(6); i > 0; i--) {
                facts.add(signedIn(name, today.minusDays(random.nextInt(28))));
            }
            if (random.nextBoolean()) {
                facts.add(signUpConfirmed(name, joined));
                facts.add(paymentReceived("9.90", "EUR", joined));
            }
        }
        Collections.shuffle(facts, random);
        return facts;
    }

    private List<Object> everything() {
        LocalDate from = today.minusDays(28);
        return List.of(
                analytics.metric("sign-ups", "day", from, today),
                analytics.metric("sign-ins", "week", from, today),
                analytics.metric("active-members", "day", from, today),
                analytics.metric("active-members", "month", from, today),
                analytics.money("revenue", from, today),
                analytics.funnel("sign-up", from, today),
                analytics.retention(from),
                analytics.totals(from, today));
    }
}
