package org.tctf.authuser.domain;

/** How the app looks. */
public enum Theme {
    LIGHT,
    DARK,
    /** As the device does. */
    SYSTEM
}
