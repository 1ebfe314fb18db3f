package org.tctf.embedded;

import jakarta.inject.Singleton;

/** Whether the platform does its work: from when messages are delivered until it begins to stop. */
@Singleton
final class Readiness {
    private volatile boolean isReady;

    boolean isReady() {
        return isReady;
    }

    void set(boolean ready) {
        isReady = ready;
    }
}
