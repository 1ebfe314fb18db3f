package org.tctf.authcore.adapter.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.tctf.authcore.domain.Applicant;
import org.tctf.authcore.domain.CountryCode;
import org.tctf.authcore.domain.Line;
import org.tctf.authcore.domain.MembershipName;
import org.tctf.authcore.domain.MembershipPlan;
import org.tctf.authcore.domain.MembershipTier;
import org.tctf.kernel.EmailAddress;

/**
 * What somebody says of themselves whose address is known otherwise.
 *
 * @param membershipName unique on the platform, whatever the case
 * @param country ISO 3166-1 alpha-2
 * @param language ISO 639-1, to write to the member in; English where nothing is said
 */
record ApplicantForm(
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

    /** As a part of another form. */
    Applicant applicant(EmailAddress email) {
        return applicant(email, "/applicant");
    }

    /** @param at the pointer to this form */
    Applicant applicant(EmailAddress email, String at) {
        return new Applicant(
                email,
                Line.typed(at + "/firstName", firstName),
                Line.typed(at + "/lastName", lastName),
                new MembershipName(membershipName),
                membershipPlan,
                membershipTier,
                new CountryCode(country),
                Line.typed(at + "/jobTitle", jobTitle),
                optional(at + "/companyName", companyName),
                optional(at + "/city", city),
                optional(at + "/state", state),
                language);
    }

    private static @Nullable Line optional(String pointer, @Nullable String text) {
        return text == null ? null : Line.typed(pointer, text);
    }

    @Override
    public String toString() {
        return "ApplicantForm[…]";
    }
}
