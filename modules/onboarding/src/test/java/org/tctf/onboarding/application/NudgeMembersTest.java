package org.tctf.onboarding.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tctf.kernel.table.Page;
import org.tctf.onboarding.OnboardingService;
import org.tctf.onboarding.adapter.store.TableOnboardings;
import org.tctf.onboarding.domain.Plan;
import org.tctf.testing.Workbench;

class NudgeMembersTest {
    private final Workbench bench = Workbench.of(OnboardingService.DEFINITION);
    private final TableOnboardings onboardings = new TableOnboardings(bench.tables());

    @AfterEach
    void putAway() {
        bench.close();
    }

    @Test
    void anIndexThatLagsBehindNudgesNobodyTwiceOrTooEarly() {
        start("ada");
        bench.clock().advance(Duration.ofDays(2));
        start("bob");
        bench.clock().advance(Duration.ofDays(1));
        DueNudges stale = (now, cursor) -> new Page<>(List.of("ada", "bob", "nobody", "ada"), null);

        new NudgeMembers(stale, onboardings, bench.clock()).run();

        assertThat(bench.raised("ONBOARDING_NUDGE_DUE"))
                .extracting(fact -> fact.subject())
                .containsExactly("ada");
    }

    @Test
    void everyoneIsNudgedHoweverMany() {
        for (int i = 0; i < 250; i++) {
            start("member-" + i);
        }
        bench.clock().advance(Duration.ofDays(3));

        new NudgeMembers(onboardings, onboardings, bench.clock()).run();

        assertThat(bench.raised("ONBOARDING_NUDGE_DUE")).hasSize(250);
    }

    @Test
    void twoRunsAtOnceNudgeOnce() {
        for (int i = 0; i < 20; i++) {
            start("member-" + i);
        }
        bench.clock().advance(Duration.ofDays(3));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(new NudgeMembers(onboardings, onboardings, bench.clock()));
            threads.submit(new NudgeMembers(onboardings, onboardings, bench.clock()));
        }

        assertThat(bench.raised("ONBOARDING_NUDGE_DUE")).hasSize(20);
    }

    private void start(String memberId) {
        new StartOnboarding(onboardings, bench.ids())
                .start(memberId, memberId, Plan.INDIVIDUAL, bench.clock().instant());
    }
}
