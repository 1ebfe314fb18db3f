package org.tctf.onboarding;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.tctf.kernel.Problem;
import org.tctf.onboarding.adapter.events.OnConnectionAccepted;
import org.tctf.onboarding.adapter.events.OnMediaReady;
import org.tctf.onboarding.adapter.events.OnPostPublished;
import org.tctf.onboarding.adapter.events.OnProfileCompleted;
import org.tctf.onboarding.adapter.events.OnProjectJoined;
import org.tctf.onboarding.adapter.events.OnUserCreated;
import org.tctf.onboarding.adapter.events.OnUserErased;
import org.tctf.onboarding.adapter.store.TableOnboardings;
import org.tctf.onboarding.application.EraseOnboarding;
import org.tctf.onboarding.application.NudgeMembers;
import org.tctf.onboarding.application.ShowOnboarding;
import org.tctf.onboarding.application.SkipOnboarding;
import org.tctf.onboarding.application.StartOnboarding;
import org.tctf.onboarding.application.TickOff;
import org.tctf.onboarding.domain.Nudge;
import org.tctf.onboarding.domain.OnboardingNudgeDue;
import org.tctf.onboarding.domain.Plan;
import org.tctf.onboarding.domain.Step;
import org.tctf.onboarding.domain.Underway;
import org.tctf.testing.Refused;
import org.tctf.testing.Workbench;

/** The sentences as plain calls of the use cases. */
class OnboardingPlainTest extends OnboardingBehaviour {

    @Override
    Onboarding start() {
        return new Plain(Workbench.of(OnboardingService.DEFINITION));
    }

    private record Plain(Workbench bench) implements Onboarding {

        @Override
        public void userCreated(String memberId, String membershipName, Plan plan) {
            bench.deliver(
                    new OnUserCreated(new StartOnboarding(onboardings(), bench.ids())),
                    new OnUserCreated.UserCreated(memberId, membershipName, plan));
        }

        @Override
        public void userErased(String memberId) {
            bench.deliver(new OnUserErased(new EraseOnboarding(onboardings())), new OnUserErased.UserErased(memberId));
        }

        @Override
        public void profileCompleted(String memberId) {
            bench.deliver(new OnProfileCompleted(tickOff()), new OnProfileCompleted.ProfileCompleted(memberId));
        }

        @Override
        public void connectionAccepted(String requesterId, String addresseeId) {
            bench.deliver(
                    new OnConnectionAccepted(tickOff()),
                    new OnConnectionAccepted.ConnectionAccepted(requesterId, addresseeId));
        }

        @Override
        public void postPublished(String authorId) {
            bench.deliver(new OnPostPublished(tickOff()), new OnPostPublished.PostPublished(authorId));
        }

        @Override
        public void projectJoined(String memberId) {
            bench.deliver(new OnProjectJoined(tickOff()), new OnProjectJoined.ProjectJoined(memberId));
        }

        @Override
        public void mediaReady(String ownerId, String purpose) {
            bench.deliver(new OnMediaReady(tickOff()), new OnMediaReady.MediaReady(ownerId, purpose));
        }

        @Override
        public Seen show(String memberId) {
            return seen(() -> new ShowOnboarding(onboardings()).show(memberId));
        }

        @Override
        public Seen skip(String memberId) {
            return seen(() -> new SkipOnboarding(onboardings()).skip(memberId));
        }

        @Override
        public void timePasses(Duration duration) {
            bench.clock().advance(duration);
            new NudgeMembers(onboardings(), onboardings(), bench.clock()).run();
        }

        @Override
        public int published(String type, String memberId) {
            return (int) bench.raised(type).stream()
                    .filter(fact -> fact.subject().equals(memberId))
                    .count();
        }

        @Override
        public List<Nudge> nudges(String memberId) {
            return bench.raised("ONBOARDING_NUDGE_DUE").stream()
                    .map(fact -> bench.codec().fromJson(fact.data(), OnboardingNudgeDue.class))
                    .filter(due -> due.userId().equals(memberId))
                    .map(OnboardingNudgeDue::nudge)
                    .toList();
        }

        @Override
        public void close() {
            bench.close();
        }

        private TableOnboardings onboardings() {
            return new TableOnboardings(bench.tables());
        }

        private TickOff tickOff() {
            return new TickOff(onboardings());
        }

        private static Seen seen(Supplier<Underway> asked) {
            try {
                Underway underway = asked.get();
                Map<Step, Boolean> steps = new LinkedHashMap<>();
                for (Step step : underway.checklist().plan().steps()) {
                    steps.put(step, underway.checklist().done().containsKey(step));
                }
                return new Seen(
                        underway.getClass().getSimpleName().toUpperCase(),
                        underway.workspace().name(),
                        steps);
            } catch (Problem refused) {
                throw new Refused(refused.code());
            }
        }
    }
}
