package org.tctf.onboarding.domain;

import static org.tctf.onboarding.domain.Step.ADD_PHOTO;
import static org.tctf.onboarding.domain.Step.CONFIRM_PROFILE;
import static org.tctf.onboarding.domain.Step.FIRST_CONNECTION;
import static org.tctf.onboarding.domain.Step.FIRST_POST;
import static org.tctf.onboarding.domain.Step.JOIN_PROJECT;

import java.util.List;

/** What kind of account a member has, and so which steps make sense for it. */
public enum Plan {
    INDIVIDUAL(CONFIRM_PROFILE, ADD_PHOTO, FIRST_CONNECTION, FIRST_POST, JOIN_PROJECT),
    // Groups work on projects, but people connect with people.
    GROUP(CONFIRM_PROFILE, ADD_PHOTO, FIRST_POST, JOIN_PROJECT),
    // An organization takes part through its people, who have onboardings of their own.
    ORGANIZATION(CONFIRM_PROFILE, ADD_PHOTO, FIRST_POST);

    private final List<Step> steps;

    Plan(Step... steps) {
        this.steps = List.of(steps);
    }

    /** In the order in which they are shown. */
    public List<Step> steps() {
        return steps;
    }
}
