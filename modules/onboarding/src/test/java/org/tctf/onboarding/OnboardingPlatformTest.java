package org.tctf.onboarding;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tctf.onboarding.domain.Nudge;
import org.tctf.onboarding.domain.OnboardingNudgeDue;
import org.tctf.onboarding.domain.Plan;
import org.tctf.onboarding.domain.Step;
import org.tctf.testing.Answer;
import org.tctf.testing.Platform;
import org.tctf.testing.Refused;

/** The sentences through HTTP and serialised events. */
class OnboardingPlatformTest extends OnboardingBehaviour {

    @Override
    Onboarding start() {
        return new OverHttp(Platform.start());
    }

    private record OverHttp(Platform platform) implements Onboarding {

        @Override
        public void userCreated(String memberId, String membershipName, Plan plan) {
            fact("USER_CREATED", Map.of("userId", memberId, "membershipName", membershipName, "plan", plan));
        }

        @Override
        public void userErased(String memberId) {
            fact("USER_ERASED", Map.of("userId", memberId));
        }

        @Override
        public void profileCompleted(String memberId) {
            fact("PROFILE_COMPLETED", Map.of("userId", memberId));
        }

        @Override
        public void connectionAccepted(String requesterId, String addresseeId) {
            fact("CONNECTION_ACCEPTED", Map.of("requesterId", requesterId, "addresseeId", addresseeId));
        }

        @Override
        public void postPublished(String authorId) {
            fact("POST_PUBLISHED", Map.of("authorId", authorId));
        }

        @Override
        public void projectJoined(String memberId) {
            fact("PROJECT_JOINED", Map.of("memberId", memberId));
        }

        @Override
        public void mediaReady(String ownerId, String purpose) {
            fact("MEDIA_READY", Map.of("ownerId", ownerId, "purpose", purpose));
        }

        @Override
        public Seen show(String memberId) {
            return seen(platform.as(memberId).get("/v1/onboarding"));
        }

        @Override
        public Seen skip(String memberId) {
            return seen(platform.as(memberId).post("/v1/onboarding/skip"));
        }

        @Override
        public void timePasses(Duration duration) {
            platform.clock().advance(duration);
            platform.runSchedule("nudge-members");
        }

        @Override
        public int published(String type, String memberId) {
            return (int) platform.settled(type).stream()
                    .filter(fact -> fact.subject().equals(memberId))
                    .count();
        }

        @Override
        public List<Nudge> nudges(String memberId) {
            return platform.settled("ONBOARDING_NUDGE_DUE").stream()
                    .map(fact -> platform.codec().fromJson(fact.data(), OnboardingNudgeDue.class))
                    .filter(due -> due.userId().equals(memberId))
                    .map(OnboardingNudgeDue::nudge)
                    .toList();
        }

        @Override
        public void close() {
            platform.close();
        }

        private void fact(String type, Map<String, ?> payload) {
            platform.fact(type, 1, "subject", payload);
            platform.settle();
        }

        private static Seen seen(Answer answer) {
            if (answer.status() != 200) {
                throw new Refused(answer.at("/code"));
            }
            JsonNode onboarding = answer.json();
            Map<Step, Boolean> steps = new LinkedHashMap<>();
            onboarding
                    .path("steps")
                    .forEach(step -> steps.put(Step.valueOf(step.path("step").asText()), step.hasNonNull("doneAt")));
            return new Seen(
                    onboarding.path("status").asText(),
                    onboarding.at("/workspace/name").asText(),
                    steps);
        }
    }
}
