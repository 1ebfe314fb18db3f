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
        @Nullable String language) {

    static SignUpConfirmed of(String userId, Applicant applicant) {
        return new SignUpConfirmed(
                userId,
                applicant.email(),
                applicant.firstName(),
                applicant.lastName(),
                applicant.membershipName(),
                applicant.membershipPlan(),
                applicant.membershipTier(),
                applicant.country(),
                applicant.jobTitle(),
                applicant.companyName(),
                applicant.city(),
                applicant.state(),
                applicant.language());
    }
}
