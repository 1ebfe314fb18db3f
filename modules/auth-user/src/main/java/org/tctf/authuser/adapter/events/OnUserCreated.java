package org.tctf.authuser.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authuser.application.LearnMember;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** There is a new member. */
@Singleton
public class OnUserCreated implements EventConsumer<OnUserCreated.UserCreated> {

    /** What this service reads of the fact. */
    public record UserCreated(
            String userId,
            String firstName,
            String lastName,
            String membershipName,
            String plan,
            String tier,
            String country,
            String language) {}

    private final LearnMember learnMember;

    public OnUserCreated(LearnMember learnMember) {
        this.learnMember = learnMember;
    }

    @Override
    public void on(UserCreated event, Envelope envelope) {
        learnMember.learn(
                event.userId(),
                member -> member.created(
                        event.firstName() + " " + event.lastName(),
                        event.membershipName(),
                        event.plan(),
                        event.tier(),
                        event.country(),
                        event.language()));
    }
}
