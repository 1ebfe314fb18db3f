package org.tctf.authcore.domain;

/** What level of membership somebody asks for at sign-up. */
public enum MembershipTier {
    BASIC,
    PRO,
    PREMIUM,
    ENTERPRISE
}
