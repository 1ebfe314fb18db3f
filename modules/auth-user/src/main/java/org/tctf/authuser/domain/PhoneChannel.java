package org.tctf.authuser.domain;

/** How the code of a phone number gets there. */
public enum PhoneChannel {
    SMS,
    CALL
}
