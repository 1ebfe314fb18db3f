package org.tctf.violations.library.application;

import jakarta.inject.Singleton;

/** A use case that is two. */
@Singleton
public final class LendAndCollect {
    public void lend() {}

    public void collect() {}
}
