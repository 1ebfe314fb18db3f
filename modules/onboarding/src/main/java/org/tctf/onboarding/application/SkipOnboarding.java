package org.tctf.onboarding.application;

import jakarta.inject.Singleton;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Problem;
import org.tctf.onboarding.domain.Completed;
import org.tctf.onboarding.domain.Erased;
import org.tctf.onboarding.domain.Expected;
import org.tctf.onboarding.domain.Running;
import org.tctf.onboarding.domain.Skipped;
import org.tctf.onboarding.domain.Underway;

/** Ends the reminders at the member's wish; to skip again changes nothing. */
@Singleton
public class SkipOnboarding {
    private final Onboardings onboardings;

    public SkipOnboarding(Onboardings onboardings) {
        this.onboardings = onboardings;
    }

    /** @throws Problem {@code ONBOARDING_NOT_STARTED}, {@code ONBOARDING_ALREADY_COMPLETED} */
    public Underway skip(String memberId) {
        var skipped = onboardings.decide(memberId, onboarding -> switch (onboarding) {
            case Running running -> running.skip();
            case Skipped already -> Decision.of(already);
            case Completed _ ->
                throw Problem.conflict(
                        "ONBOARDING_ALREADY_COMPLETED", "You have done all steps; there is nothing left to skip.");
            case Expected _, Erased _ -> throw NotStarted.problem();
        });
        return (Underway) skipped;
    }
}
