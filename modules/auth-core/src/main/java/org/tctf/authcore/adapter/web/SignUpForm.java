package org.tctf.authcore.adapter.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.tctf.authcore.domain.Applicant;
import org.tctf.authcore.domain.MembershipName;
import org.tctf.authcore.domain.MembershipPlan;
import org.tctf.authcore.domain.MembershipTier;
import org.tctf.kernel.EmailAddress;

/**
 * What somebody fills in to sign up.
 *
 * @param password 12 to 128 characters, counted after Unicode normalisation (NFKC); not one's address or name
 * @param membershipName unique on the platform, whatever the case
 * @param country ISO 3166-1 alpha-2
 * @param language ISO 639-1, to write to the member in; English where nothing is said
 */
record SignUpForm(
        @Size(max = 254) String email,
        @Size(max = Limits.PASSWORD) String password,
        @Size(min = 1, max = 50) String firstName,
        @Size(min = 1, max = 50) String lastName,
        @Pattern(regexp = MembershipName.PATTERN) String membershipName,
        MembershipPlan membershipPlan,
        @Nullable MembershipTier membershipTier,
        @Pattern(regexp = "^[A-Z]{2}$") String country,
        @Size(min = 1, max = 100) String jobTitle,
        @Nullable @Size(min = 1, max = 100) String companyName,
        @Nullable @Size(min = 1, max = 100) String city,
        @Nullable @Size(min = 1, max = 100) String state,
        @Nullable @Pattern(regexp = "^[a-z]{2}$") String language) {

    Applicant applicant() {
        return new ApplicantForm(
                        firstName,
                        lastName,
                        membershipName,
                        membershipPlan,
                        membershipTier,
                        country,
                        jobTitle,
                        companyName,
                        city,
                        state,
                        language)
                .applicant(new EmailAddress(email), "");
    }

    @Override
    public String toString() {
        return "SignUpForm[…]";
    }
}
