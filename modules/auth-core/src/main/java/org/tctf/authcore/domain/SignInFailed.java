package org.tctf.authcore.domain;

import org.jspecify.annotations.Nullable;

/**
 * A sign-in was refused.
 *
 * @param userId absent when the address has no account
 * @param address all but its ends hidden
 */
public record SignInFailed(@Nullable String userId, String address, Reason reason) {

    /** Why. */
    public enum Reason {
        WRONG_CREDENTIALS,
        LOCKED,
        NOT_CONFIRMED,
        DISABLED,
        INACTIVE
    }
}
