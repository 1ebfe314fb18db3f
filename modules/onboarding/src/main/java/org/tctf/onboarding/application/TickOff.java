package org.tctf.onboarding.application;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.tctf.onboarding.domain.Step;

/** Ticks a step off for the members who did it. */
@Singleton
public class TickOff {
    private final Onboardings onboardings;

    public TickOff(Onboardings onboardings) {
        this.onboardings = onboardings;
    }

    /** @param at when they did it, not when it was heard of */
    public void tickOff(Step step, Instant at, String... memberIds) {
        onboardings.decideTogether(Set.copyOf(List.of(memberIds)), onboarding -> onboarding.tick(step, at));
    }
}
