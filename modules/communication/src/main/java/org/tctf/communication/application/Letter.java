package org.tctf.communication.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.domain.OnboardingStep;

/** What a template may show: one record for each, and nothing in it that the template does not use. */
public sealed interface Letter {

    /** @param minutes how long code and link are still good, rounded up */
    record VerifyEmail(String code, String link, long minutes) implements Letter {}

    record SignUpRepeated() implements Letter {}

    record NoAccount() implements Letter {}

    record Welcome(@Nullable String name) implements Letter {}

    /** @param until date and time in the reader's language, with the zone */
    record AccountLocked(String until) implements Letter {}

    record SessionEnded() implements Letter {}

    /** @param at date and time in the reader's language, with the zone */
    record SecurityNotice(String at) implements Letter {}

    /** @param minutes how long the code is still good, rounded up */
    record CodeToType(String code, long minutes) implements Letter {}

    /**
     * @param link to a page that says what it does, and asks
     * @param until date and time in the reader's language, with the zone
     */
    record LinkToFollow(String link, String until) implements Letter {}

    record UsernameReminder() implements Letter {}

    /**
     * @param unread how many notifications there are in all
     * @param titles of the newest
     */
    record Digest(@Nullable String name, long unread, List<String> titles) implements Letter {}

    record OnboardingNudge(@Nullable String name, List<Step> steps) implements Letter {

        /** A step for which the template picks the words: just one of them is true. */
        public record Step(
                boolean confirmProfile,
                boolean addPhoto,
                boolean firstConnection,
                boolean firstPost,
                boolean joinProject) {

            static Step of(OnboardingStep step) {
                return new Step(
                        step == OnboardingStep.CONFIRM_PROFILE,
                        step == OnboardingStep.ADD_PHOTO,
                        step == OnboardingStep.FIRST_CONNECTION,
                        step == OnboardingStep.FIRST_POST,
                        step == OnboardingStep.JOIN_PROJECT);
            }
        }
    }
}
