package org.tctf.usermanagement.adapter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.tctf.json.JacksonCodec;
import org.tctf.kernel.EmailAddress;
import org.tctf.usermanagement.domain.Basic;
import org.tctf.usermanagement.domain.CountryCode;
import org.tctf.usermanagement.domain.HttpsUrl;
import org.tctf.usermanagement.domain.Interests;
import org.tctf.usermanagement.domain.Location;
import org.tctf.usermanagement.domain.Member;
import org.tctf.usermanagement.domain.MembershipName;
import org.tctf.usermanagement.domain.Plan;
import org.tctf.usermanagement.domain.Privacy;
import org.tctf.usermanagement.domain.Professional;
import org.tctf.usermanagement.domain.Profile;
import org.tctf.usermanagement.domain.ProfileField;
import org.tctf.usermanagement.domain.SeenMember;
import org.tctf.usermanagement.domain.Social;
import org.tctf.usermanagement.domain.Tier;
import org.tctf.usermanagement.domain.Visibility;

/** Whatever a member hides is nowhere in what others get, and whatever they show is. */
class ProfilePrivacyTest {
    private static final JacksonCodec CODEC = new JacksonCodec();

    private static final Map<ProfileField, String> MARKS = new TreeMap<>(Map.ofEntries(
            Map.entry(ProfileField.FIRST_NAME, "first-name"),
            Map.entry(ProfileField.LAST_NAME, "last-name"),
            Map.entry(ProfileField.BIO, "the-bio"),
            Map.entry(ProfileField.JOB_TITLE, "job-title"),
            Map.entry(ProfileField.COMPANY_NAME, "company-name"),
            Map.entry(ProfileField.YEARS_OF_EXPERIENCE, "67"),
            Map.entry(ProfileField.COUNTRY, "\"DE\""),
            Map.entry(ProfileField.STATE, "the-state"),
            Map.entry(ProfileField.CITY, "the-city"),
            Map.entry(ProfileField.WEBSITE, "https://website.example"),
            Map.entry(ProfileField.LINKEDIN, "https://linkedin.example"),
            Map.entry(ProfileField.GITHUB, "https://github.example"),
            Map.entry(ProfileField.X, "https://x.example"),
            Map.entry(ProfileField.INTERESTS, "an-interest")));

    @Property
    void aViewerSeesJustWhatTheyMay(@ForAll Map<ProfileField, Visibility> chosen, @ForAll Visibility clearance) {
        Privacy privacy = new Privacy(chosen);

        String json = CODEC.toJson(ProfileView.of(new SeenMember(member(privacy), clearance)));

        MARKS.forEach((field, mark) -> {
            boolean isShown = privacy.of(field).isSeenWith(clearance);
            assertThat(json.contains(mark)).as("%s in %s", field, json).isEqualTo(isShown);
        });
        assertThat(json.contains("secret@example.org")).isEqualTo(clearance == Visibility.PRIVATE);
        assertThat(json.contains("\"privacy\"")).isEqualTo(clearance == Visibility.PRIVATE);
    }

    private static Member member(Privacy privacy) {
        Profile profile = new Profile(
                new Basic("first-name", "last-name", "the-bio"),
                new Professional("job-title", "company-name", 67),
                new Location(new CountryCode("DE"), "the-state", "the-city"),
                new Social(
                        new HttpsUrl("https://website.example"),
                        new HttpsUrl("https://linkedin.example"),
                        new HttpsUrl("https://github.example"),
                        new HttpsUrl("https://x.example")),
                new Interests(List.of("an-interest")),
                privacy);
        return new Member(
                "id",
                1,
                new EmailAddress("secret@example.org"),
                null,
                new MembershipName("somebody"),
                Plan.INDIVIDUAL,
                Tier.BASIC,
                "en",
                profile,
                Instant.EPOCH,
                null);
    }
}
