package org.tctf.authcore.domain;

import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;

/** Somebody has signed up with an address that had no account. */
public record SignUpStarted(
        String userId,
        EmailAddress email,
        MembershipPlan membershipPlan,
        CountryCode country,
        @Nullable String language) {}
