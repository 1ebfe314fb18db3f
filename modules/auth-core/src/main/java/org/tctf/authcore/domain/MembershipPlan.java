package org.tctf.authcore.domain;

/** For whom an account is. */
public enum MembershipPlan {
    INDIVIDUAL,
    GROUP,
    ORGANIZATION
}
