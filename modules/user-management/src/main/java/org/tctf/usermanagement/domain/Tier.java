package org.tctf.usermanagement.domain;

/** How much service comes with the plan; who chose none at sign-up has {@link #BASIC}. */
public enum Tier {
    BASIC,
    PRO,
    PREMIUM,
    ENTERPRISE
}
