package org.tctf.usermanagement.adapter.web;

import static java.util.Optional.ofNullable;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;
import org.tctf.usermanagement.domain.Basic;
import org.tctf.usermanagement.domain.CountryCode;
import org.tctf.usermanagement.domain.HttpsUrl;
import org.tctf.usermanagement.domain.Interests;
import org.tctf.usermanagement.domain.Location;
import org.tctf.usermanagement.domain.Privacy;
import org.tctf.usermanagement.domain.Professional;
import org.tctf.usermanagement.domain.ProfileChange;
import org.tctf.usermanagement.domain.ProfileField;
import org.tctf.usermanagement.domain.Social;
import org.tctf.usermanagement.domain.Visibility;

/**
 * New contents for categories of a profile.
 *
 * @param privacy by field name; a field that is not named gets its initial visibility back
 */
record ProfileEdit(
        @Nullable @Valid BasicEdit basic,
        @Nullable @Valid ProfessionalEdit professional,
        @Nullable @Valid LocationEdit location,
        @Nullable @Valid SocialEdit social,
        @Nullable @Size(max = Interests.MAX_COUNT) List<@Size(min = 1, max = Interests.MAX_LENGTH) String> interests,
        @Nullable Map<String, Visibility> privacy) {

    ProfileChange change() {
        return new ProfileChange(
                ofNullable(basic).map(BasicEdit::category),
                ofNullable(professional).map(ProfessionalEdit::category),
                ofNullable(location).map(LocationEdit::category),
                ofNullable(social).map(SocialEdit::category),
                ofNullable(interests).map(Interests::new),
                ofNullable(privacy).map(ProfileEdit::privacy));
    }

    private static Privacy privacy(Map<String, Visibility> named) {
        Map<ProfileField, Visibility> byField = new EnumMap<>(ProfileField.class);
        named.forEach((name, visibility) -> byField.put(
                ProfileField.named(name)
                        .orElseThrow(() -> Problem.invalid(
                                        "UNKNOWN_FIELD", "A profile has no field '%.40s'.".formatted(name))
                                .at("/privacy")),
                visibility));
        return new Privacy(byField);
    }

    record BasicEdit(
            @Size(min = 1, max = Basic.MAX_NAME) String firstName,
            @Size(min = 1, max = Basic.MAX_NAME) String lastName,
            @Nullable @Size(max = Basic.MAX_BIO) String bio) {

        Basic category() {
            return new Basic(firstName, lastName, bio);
        }
    }

    record ProfessionalEdit(
            @Nullable @Size(max = Professional.MAX_TEXT) String jobTitle,
            @Nullable @Size(max = Professional.MAX_TEXT) String companyName,
            @Nullable @Min(0) @Max(Professional.MAX_YEARS) Integer yearsOfExperience) {

        Professional category() {
            return new Professional(jobTitle, companyName, yearsOfExperience);
        }
    }

    /** @param country ISO 3166-1 alpha-2 */
    record LocationEdit(
            @Pattern(regexp = "^[A-Z]{2}$") String country,
            @Nullable @Size(max = Location.MAX_TEXT) String state,
            @Nullable @Size(max = Location.MAX_TEXT) String city) {

        Location category() {
            return new Location(Pointed.at("/location/country", () -> new CountryCode(country)), state, city);
        }
    }

    /** Addresses that begin with https:// */
    record SocialEdit(
            @Nullable @Size(max = HttpsUrl.MAX_LENGTH) String website,
            @Nullable @Size(max = HttpsUrl.MAX_LENGTH) String linkedin,
            @Nullable @Size(max = HttpsUrl.MAX_LENGTH) String github,
            @Nullable @Size(max = HttpsUrl.MAX_LENGTH) String x) {

        Social category() {
            return new Social(url("website", website), url("linkedin", linkedin), url("github", github), url("x", x));
        }

        private static @Nullable HttpsUrl url(String field, @Nullable String typed) {
            return typed == null ? null : Pointed.at("/social/" + field, () -> new HttpsUrl(typed));
        }
    }
}
