package org.tctf.authcore.adapter.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Address, in any case, and password.
 *
 * @param trustedDevice the secret that auth-mfa gave to a device that need not bring a second factor
 */
record SignInForm(
        @Size(max = 254) String email,
        @Size(max = Limits.PASSWORD) String password,
        @Nullable @Size(max = 64) String trustedDevice) {

    @Override
    public String toString() {
        return "SignInForm[…]";
    }
}
