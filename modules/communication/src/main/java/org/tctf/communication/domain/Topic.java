package org.tctf.communication.domain;

/** What a member can switch off, by its name in their preferences. */
public enum Topic {
    ONBOARDING,
    DIGEST
}
