package org.tctf.onboarding.domain;

/** Something that a new member does to arrive. */
public enum Step {
    CONFIRM_PROFILE,
    ADD_PHOTO,
    FIRST_CONNECTION,
    FIRST_POST,
    JOIN_PROJECT
}
