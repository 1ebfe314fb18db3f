package org.tctf.usermanagement.adapter.web;

import static org.tctf.usermanagement.domain.ProfileField.BIO;
import static org.tctf.usermanagement.domain.ProfileField.CITY;
import static org.tctf.usermanagement.domain.ProfileField.COMPANY_NAME;
import static org.tctf.usermanagement.domain.ProfileField.COUNTRY;
import static org.tctf.usermanagement.domain.ProfileField.FIRST_NAME;
import static org.tctf.usermanagement.domain.ProfileField.GITHUB;
import static org.tctf.usermanagement.domain.ProfileField.INTERESTS;
import static org.tctf.usermanagement.domain.ProfileField.JOB_TITLE;
import static org.tctf.usermanagement.domain.ProfileField.LAST_NAME;
import static org.tctf.usermanagement.domain.ProfileField.LINKEDIN;
import static org.tctf.usermanagement.domain.ProfileField.STATE;
import static org.tctf.usermanagement.domain.ProfileField.WEBSITE;
import static org.tctf.usermanagement.domain.ProfileField.X;
import static org.tctf.usermanagement.domain.ProfileField.YEARS_OF_EXPERIENCE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tctf.usermanagement.domain.Member;
import org.tctf.usermanagement.domain.Plan;
import org.tctf.usermanagement.domain.Privacy;
import org.tctf.usermanagement.domain.ProfileField;
import org.tctf.usermanagement.domain.SeenMember;
import org.tctf.usermanagement.domain.Tier;
import org.tctf.usermanagement.domain.Visibility;

/**
 * A member's profile as the caller may see it; a field that is absent is empty, or not for this caller.
 *
 * @param email to the owner and the staff only
 * @param privacy who sees which field; to the owner and the staff only
 */
record ProfileView(
        String id,
        long version,
        String membershipName,
        Plan plan,
        Tier tier,
        Instant memberSince,
        @Nullable String email,
        BasicView basic,
        ProfessionalView professional,
        LocationView location,
        SocialView social,
        List<String> interests,
        @Nullable Map<String, Visibility> privacy) {

    static ProfileView of(SeenMember seen) {
        Member member = seen.member();
        return new ProfileView(
                member.memberId(),
                member.version(),
                member.membershipName().value(),
                member.plan(),
                member.tier(),
                member.createdAt(),
                seen.seesEverything() ? member.email().value() : null,
                BasicView.of(seen),
                ProfessionalView.of(seen),
                LocationView.of(seen),
                SocialView.of(seen),
                seen.sees(INTERESTS) ? member.profile().interests().value() : List.of(),
                seen.seesEverything() ? named(member.profile().privacy()) : null);
    }

    private static Map<String, Visibility> named(Privacy privacy) {
        Map<String, Visibility> named = new TreeMap<>();
        for (ProfileField field : ProfileField.values()) {
            named.put(field.apiName(), privacy.of(field));
        }
        return named;
    }

    record BasicView(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String bio) {

        static BasicView of(SeenMember seen) {
            return new BasicView(seen.text(FIRST_NAME), seen.text(LAST_NAME), seen.text(BIO));
        }
    }

    record ProfessionalView(
            @Nullable String jobTitle,
            @Nullable String companyName,
            @Nullable Integer yearsOfExperience) {

        static ProfessionalView of(SeenMember seen) {
            return new ProfessionalView(
                    seen.text(JOB_TITLE),
                    seen.text(COMPANY_NAME),
                    seen.sees(YEARS_OF_EXPERIENCE)
                            ? seen.member().profile().professional().yearsOfExperience()
                            : null);
        }
    }

    record LocationView(
            @Nullable String country,
            @Nullable String state,
            @Nullable String city) {

        static LocationView of(SeenMember seen) {
            return new LocationView(seen.text(COUNTRY), seen.text(STATE), seen.text(CITY));
        }
    }

    record SocialView(
            @Nullable String website,
            @Nullable String linkedin,
            @Nullable String github,
            @Nullable String x) {

        static SocialView of(SeenMember seen) {
            return new SocialView(seen.text(WEBSITE), seen.text(LINKEDIN), seen.text(GITHUB), seen.text(X));
        }
    }
}
