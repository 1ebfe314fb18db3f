package org.tctf.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an account stands. Signing in takes one that is confirmed, enabled and active.
 *
 * @param enabled false: staff have shut it
 * @param active false: its life has ended, for now or until it is erased
 * @param passwordSetAt when its password was set; none when only identities elsewhere, or passkeys, lead into it
 * @param passwordReplacedAt when it took the place of another; none of an account's first
 * @param needsSecondFactor one factor opens no session
 */
public record Standing(
        Account account,
        boolean confirmed,
        boolean enabled,
        boolean active,
        @Nullable Instant passwordSetAt,
        @Nullable Instant passwordReplacedAt,
        boolean needsSecondFactor) {

    public boolean hasPassword() {
        return passwordSetAt != null;
    }

    public boolean maySignIn() {
        return confirmed && enabled && active;
    }
}
