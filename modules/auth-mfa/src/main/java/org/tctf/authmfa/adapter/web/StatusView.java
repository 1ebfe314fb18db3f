package org.tctf.authmfa.adapter.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.authmfa.application.ShowStatus;

/**
 * @param enabled whether a password alone opens no session
 * @param lockedUntil no code is looked at before that; absent when codes are accepted
 */
record StatusView(
        boolean enabled,
        int backupCodesLeft,
        int passkeys,
        int trustedDevices,
        @Nullable Instant lockedUntil) {

    static StatusView of(ShowStatus.Status status) {
        return new StatusView(
                status.isEnabled(),
                status.backupCodesLeft(),
                status.passkeys(),
                status.trustedDevices(),
                status.lockedUntil());
    }
}
