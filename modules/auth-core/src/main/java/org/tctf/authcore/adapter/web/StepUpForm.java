package org.tctf.authcore.adapter.web;

import jakarta.validation.constraints.Size;

/** The caller's password. */
record StepUpForm(@Size(max = Limits.PASSWORD) String password) {

    @Override
    public String toString() {
        return "StepUpForm[…]";
    }
}
