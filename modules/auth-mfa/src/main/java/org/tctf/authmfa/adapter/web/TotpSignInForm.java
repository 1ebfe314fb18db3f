package org.tctf.authmfa.adapter.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param challenge as the first step of the sign-in was answered
 * @param code the six digits that the app shows
 * @param trustDevice whether this client need not bring a code for 30 days; not unless said
 */
record TotpSignInForm(
        @Size(max = Limits.CHALLENGE) String challenge,
        @Pattern(regexp = Limits.TOTP) String code,
        @Nullable Boolean trustDevice) {

    @Override
    public String toString() {
        return "TotpSignInForm[…]";
    }
}
