package org.tctf.usermanagement.domain;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A member in a list: what every member may see of them. What is more private is not in it, so no list, filter or
 * order can give it away.
 */
public record Card(
        String memberId,
        MembershipName membershipName,
        String displayName,
        Plan plan,
        @Nullable String jobTitle,
        @Nullable CountryCode country) {

    public static Card of(Member member) {
        Profile profile = member.profile();
        return new Card(
                member.memberId(),
                member.membershipName(),
                member.displayName(),
                member.plan(),
                profile.shows(ProfileField.JOB_TITLE, Visibility.MEMBERS)
                        ? profile.professional().jobTitle()
                        : null,
                profile.shows(ProfileField.COUNTRY, Visibility.MEMBERS)
                        ? profile.location().country()
                        : null);
    }

    /** What lists are ordered and searched by; never empty. */
    public String sortName() {
        String folded = folded(displayName);
        return folded.isEmpty() ? membershipName.handle() : folded;
    }

    /** A name without case, accents and double spaces: who types {@code omer} finds {@code Ömer}. */
    public static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
