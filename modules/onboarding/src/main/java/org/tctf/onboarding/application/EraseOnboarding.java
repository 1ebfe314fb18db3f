package org.tctf.onboarding.application;

import jakarta.inject.Singleton;
import org.tctf.onboarding.domain.Onboarding;

/** Forgets everything of a member for good. */
@Singleton
public class EraseOnboarding {
    private final Onboardings onboardings;

    public EraseOnboarding(Onboardings onboardings) {
        this.onboardings = onboardings;
    }

    public void erase(String memberId) {
        onboardings.decide(memberId, Onboarding::erase);
    }
}
