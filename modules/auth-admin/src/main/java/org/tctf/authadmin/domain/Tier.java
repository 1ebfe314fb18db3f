package org.tctf.authadmin.domain;

/** The level of membership that somebody asked for at sign-up. */
public enum Tier {
    BASIC,
    PRO,
    PREMIUM,
    ENTERPRISE
}
