package org.tctf.authcore.domain;

import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;

/** There is a new member; once for each. */
public record SignUpConfirmed(
        String userId,
        EmailAddress email,
        Line firstName,
        Line lastName,
        MembershipName membershipName,
        MembershipPlan membershipPlan,
        @Nullable MembershipTier membershipTier,
        CountryCode country,
        Line jobTitle,
        @Nullable Line companyName,
        @Nullable Line city,
        @Nullable Line state,
        @Nullable String language) {}
