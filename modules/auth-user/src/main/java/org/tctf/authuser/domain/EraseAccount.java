package org.tctf.authuser.domain;

/** Command to ourselves: erase an account whose time is over. */
public record EraseAccount(String userId) {}
