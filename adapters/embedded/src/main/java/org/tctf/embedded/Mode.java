package org.tctf.embedded;

/** What the process is for. */
public enum Mode {
    /** On a developer's machine: with the console. */
    DEV,
    /** Serving members: without it. */
    PROD
}
