package org.tctf.messagingconsumers.adapter.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Language;
import org.tctf.messagingconsumers.domain.subscriber.Attributes;
import org.tctf.messagingconsumers.domain.subscriber.Profile;

/**
 * Who asks for what. What is said of a person is kept only as long as nothing is known of the address.
 *
 * @param listIds public lists
 * @param country ISO 3166-1 alpha-2
 * @param mayTrack whether they agree to be counted when they open mails and follow links
 */
record SubscriptionForm(
        @Size(max = 254) String email,
        @Size(min = 1, max = 10) List<@Size(min = 1, max = 64) String> listIds,
        @Nullable @Size(min = 1, max = Profile.MAX_NAME) String name,
        @Nullable @Pattern(regexp = "^(en|fr|es|de|it|pt)$") String language,
        @Nullable @Pattern(regexp = "^[A-Z]{2}$") String country,
        @Nullable @Size(min = 1, max = 100) String city,
        @Nullable Boolean mayTrack) {

    Profile profile() {
        Map<String, String> attributes = new HashMap<>();
        if (country != null) {
            attributes.put("country", country);
        }
        if (city != null) {
            attributes.put("city", city);
        }
        return new Profile(name, Language.of(language), new Attributes(attributes), Boolean.TRUE.equals(mayTrack));
    }
}
