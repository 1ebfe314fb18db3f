package org.tctf.communication.domain;

import java.util.Optional;
import java.util.stream.Stream;

/** The steps of onboarding that we have words for. */
public enum OnboardingStep {
    CONFIRM_PROFILE,
    ADD_PHOTO,
    FIRST_CONNECTION,
    FIRST_POST,
    JOIN_PROJECT;

    /** The step of this name; none for one that came later than our words. */
    public static Optional<OnboardingStep> named(String name) {
        return Stream.of(values()).filter(step -> step.name().equals(name)).findFirst();
    }
}
