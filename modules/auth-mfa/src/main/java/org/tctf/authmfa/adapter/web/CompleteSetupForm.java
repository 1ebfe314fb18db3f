package org.tctf.authmfa.adapter.web;

import jakarta.validation.constraints.Pattern;

/**
 * Two codes that the app shows one after the other.
 *
 * @param code1 the older one
 * @param code2 the one after it
 */
record CompleteSetupForm(
        @Pattern(regexp = Limits.TOTP) String code1,
        @Pattern(regexp = Limits.TOTP) String code2) {

    @Override
    public String toString() {
        return "CompleteSetupForm[…]";
    }
}
