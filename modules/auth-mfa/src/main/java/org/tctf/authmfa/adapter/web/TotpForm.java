package org.tctf.authmfa.adapter.web;

import jakarta.validation.constraints.Pattern;

/** @param code the six digits that the app shows */
record TotpForm(@Pattern(regexp = Limits.TOTP) String code) {

    @Override
    public String toString() {
        return "TotpForm[…]";
    }
}
