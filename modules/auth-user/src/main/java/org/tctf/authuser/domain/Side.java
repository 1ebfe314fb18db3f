package org.tctf.authuser.domain;

/** Which of the two addresses of a change. */
public enum Side {
    OLD,
    NEW
}
