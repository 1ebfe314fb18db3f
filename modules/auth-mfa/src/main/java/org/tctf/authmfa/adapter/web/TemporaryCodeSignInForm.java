package org.tctf.authmfa.adapter.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * @param challenge as the first step of the sign-in was answered
 * @param code the eight digits that were mailed
 */
record TemporaryCodeSignInForm(
        @Size(max = Limits.CHALLENGE) String challenge,
        @Pattern(regexp = Limits.TEMPORARY_CODE) String code) {

    @Override
    public String toString() {
        return "TemporaryCodeSignInForm[…]";
    }
}
