package org.tctf.authcore.domain;

import org.jspecify.annotations.Nullable;

/** A session is open. */
public record SignedIn(
        String userId,
        String sessionId,
        Method method,
        @Nullable String device) {

    /** What proved who it is. */
    public enum Method {
        PASSWORD
    }
}
