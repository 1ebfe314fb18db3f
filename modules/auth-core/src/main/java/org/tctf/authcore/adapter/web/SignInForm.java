package org.tctf.authcore.adapter.web;

import jakarta.validation.constraints.Size;

/** Address, in any case, and password. */
record SignInForm(
        @Size(max = 254) String email,
        @Size(max = Limits.PASSWORD) String password) {

    @Override
    public String toString() {
        return "SignInForm[…]";
    }
}
