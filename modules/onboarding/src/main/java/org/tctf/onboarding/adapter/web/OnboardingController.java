package org.tctf.onboarding.adapter.web;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import org.tctf.identity.Principal;
import org.tctf.onboarding.application.ShowOnboarding;
import org.tctf.onboarding.application.SkipOnboarding;

@Controller("/v1/onboarding")
class OnboardingController {
    private final ShowOnboarding showOnboarding;
    private final SkipOnboarding skipOnboarding;

    OnboardingController(ShowOnboarding showOnboarding, SkipOnboarding skipOnboarding) {
        this.showOnboarding = showOnboarding;
        this.skipOnboarding = skipOnboarding;
    }

    /** Shows the caller's workspace, and which first steps are done and which open. */
    @Get
    OnboardingView show(Principal caller) {
        return OnboardingView.of(showOnboarding.show(caller.memberId()));
    }

    /** Ends the reminders. What the caller does later is ticked off all the same. */
    @Post("/skip")
    OnboardingView skip(Principal caller) {
        return OnboardingView.of(skipOnboarding.skip(caller.memberId()));
    }
}
