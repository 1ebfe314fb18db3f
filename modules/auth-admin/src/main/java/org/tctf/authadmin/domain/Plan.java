package org.tctf.authadmin.domain;

/** How somebody takes part. */
public enum Plan {
    INDIVIDUAL,
    GROUP,
    ORGANIZATION
}
