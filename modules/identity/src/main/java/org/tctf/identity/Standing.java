package org.tctf.identity;

/**
 * How an account stands. Signing in takes one that is confirmed, enabled and active.
 *
 * @param enabled false: staff have shut it
 * @param active false: its life has ended, for now or until it is erased
 * @param hasPassword false: only identities elsewhere, or passkeys, lead into it
 * @param needsSecondFactor one factor opens no session
 */
public record Standing(
        Account account,
        boolean confirmed,
        boolean enabled,
        boolean active,
        boolean hasPassword,
        boolean needsSecondFactor) {

    public boolean maySignIn() {
        return confirmed && enabled && active;
    }
}
