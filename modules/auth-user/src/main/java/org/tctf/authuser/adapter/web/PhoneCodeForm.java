package org.tctf.authuser.adapter.web;

import jakarta.validation.constraints.Pattern;

/** The code that came to the phone. */
record PhoneCodeForm(@Pattern(regexp = "^[0-9]{6}$") String code) {

    @Override
    public String toString() {
        return "PhoneCodeForm[…]";
    }
}
