package org.tctf.onboarding.application;

import jakarta.inject.Singleton;
import org.tctf.onboarding.domain.Onboarding;
import org.tctf.onboarding.domain.Underway;

/** Shows a member how far they are. */
@Singleton
public class ShowOnboarding {
    private final Onboardings onboardings;

    public ShowOnboarding(Onboardings onboardings) {
        this.onboardings = onboardings;
    }

    /** @throws org.tctf.kernel.Problem {@code ONBOARDING_NOT_STARTED} */
    public Underway show(String memberId) {
        Onboarding onboarding = onboardings.of(memberId);
        if (onboarding instanceof Underway underway) {
            return underway;
        }
        throw NotStarted.problem();
    }
}
