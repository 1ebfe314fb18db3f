package org.tctf.authcore.domain;

import java.util.List;

/** Sessions have ended before their time. */
public record SignedOut(String userId, List<String> sessionIds, Reason reason) {

    public SignedOut {
        sessionIds = List.copyOf(sessionIds);
    }

    /** Who ended them. */
    public enum Reason {
        SIGNED_OUT,
        ENDED_REMOTELY,
        USER_DISABLED,
        PASSWORD_CHANGED
    }
}
