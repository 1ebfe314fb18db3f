package org.tctf.authcore.domain;

import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;

/** Somebody has signed up; that the address had an account already is what {@link SignUpRepeated} says besides. */
public record SignUpStarted(
        String userId,
        EmailAddress email,
        MembershipPlan membershipPlan,
        CountryCode country,
        @Nullable String language) {}
