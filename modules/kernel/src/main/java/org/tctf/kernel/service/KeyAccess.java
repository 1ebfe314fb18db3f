package org.tctf.kernel.service;

/** What a service may be open to for programs with a service key. */
public enum KeyAccess {
    /** GET and HEAD. */
    READ,
    /** Everything else. */
    WRITE
}
