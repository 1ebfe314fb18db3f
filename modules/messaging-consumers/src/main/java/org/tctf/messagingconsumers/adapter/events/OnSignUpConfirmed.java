package org.tctf.messagingconsumers.adapter.events;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Language;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.messagingconsumers.application.subscriber.LearnMember;
import org.tctf.messagingconsumers.domain.subscriber.Attributes;
import org.tctf.messagingconsumers.domain.subscriber.Profile;

/** A member has confirmed an address: segments know them, lists don't yet. */
@Singleton
public class OnSignUpConfirmed implements EventConsumer<OnSignUpConfirmed.SignUpConfirmed> {

    /** What this service reads of the fact. */
    public record SignUpConfirmed(
            String userId,
            EmailAddress email,
            String firstName,
            String membershipPlan,
            @Nullable String membershipTier,
            String country,
            @Nullable String city,
            @Nullable String language) {

        Profile profile() {
            Map<String, String> known = new HashMap<>();
            known.put("plan", membershipPlan);
            known.put("tier", membershipTier == null ? "BASIC" : membershipTier);
            known.put("country", country);
            if (city != null) {
                known.put("city", city);
            }
            return new Profile(firstName, Language.of(language), new Attributes(known), false);
        }
    }

    private final LearnMember learnMember;

    public OnSignUpConfirmed(LearnMember learnMember) {
        this.learnMember = learnMember;
    }

    @Override
    public void on(SignUpConfirmed event, Envelope envelope) {
        learnMember.learn(event.userId(), event.email(), event.profile());
    }
}
