package org.tctf.authuser.domain;

/** What a member can choose channels for. Notices about security are none of them: they always come. */
public enum Topic {
    ACCOUNT,
    SOCIAL,
    PROJECTS,
    ACHIEVEMENTS,
    BILLING,
    SUPPORT,
    ONBOARDING,
    DIGEST
}
