package org.tctf.usermanagement.domain;

/** A part of a profile that is edited as a whole. */
public enum Category {
    BASIC,
    PROFESSIONAL,
    LOCATION,
    SOCIAL,
    INTERESTS,
    PRIVACY
}
