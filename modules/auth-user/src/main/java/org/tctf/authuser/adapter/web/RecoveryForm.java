package org.tctf.authuser.adapter.web;

import jakarta.validation.constraints.Pattern;

/** The membership name, in any case. */
record RecoveryForm(
        @Pattern(regexp = "^[a-zA-Z0-9_]{3,50}$") String membershipName) {}
