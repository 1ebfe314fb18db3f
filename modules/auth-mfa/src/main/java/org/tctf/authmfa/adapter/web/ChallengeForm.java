package org.tctf.authmfa.adapter.web;

import jakarta.validation.constraints.Size;

/** @param challenge as the first step of the sign-in was answered */
record ChallengeForm(@Size(max = Limits.CHALLENGE) String challenge) {

    @Override
    public String toString() {
        return "ChallengeForm[…]";
    }
}
