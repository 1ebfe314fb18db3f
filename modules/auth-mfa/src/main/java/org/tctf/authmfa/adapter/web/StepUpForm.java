package org.tctf.authmfa.adapter.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param password the caller's; whoever has none signs in again instead
 * @param code the six digits that the app shows
 */
record StepUpForm(
        @Nullable @Size(max = Limits.PASSWORD) String password,
        @Pattern(regexp = Limits.TOTP) String code) {

    @Override
    public String toString() {
        return "StepUpForm[…]";
    }
}
