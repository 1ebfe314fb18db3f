package org.tctf.onboarding.application;

import org.tctf.kernel.Problem;

/** What a member hears who has no onboarding. */
final class NotStarted {

    private NotStarted() {}

    static Problem problem() {
        return Problem.notFound(
                "ONBOARDING_NOT_STARTED", "You have no onboarding yet; a moment after your sign-up you do.");
    }
}
