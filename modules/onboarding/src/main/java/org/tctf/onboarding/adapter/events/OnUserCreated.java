package org.tctf.onboarding.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.onboarding.application.StartOnboarding;
import org.tctf.onboarding.domain.Plan;

/** A new member starts. */
@Singleton
public class OnUserCreated implements EventConsumer<OnUserCreated.UserCreated> {

    /** What this service reads of the fact. */
    public record UserCreated(String userId, String membershipName, Plan plan) {}

    private final StartOnboarding startOnboarding;

    public OnUserCreated(StartOnboarding startOnboarding) {
        this.startOnboarding = startOnboarding;
    }

    @Override
    public void on(UserCreated event, Envelope envelope) {
        startOnboarding.start(event.userId(), event.membershipName(), event.plan(), envelope.time());
    }
}
