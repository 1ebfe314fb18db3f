package org.tctf.authcore.domain;

import org.jmolecules.ddd.annotation.ValueObject;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;

/**
 * Who wants to become a member, as they say.
 *
 * @param language ISO 639-1, to write to them in
 */
@ValueObject
public record Applicant(
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
