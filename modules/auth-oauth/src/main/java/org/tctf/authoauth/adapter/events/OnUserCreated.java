package org.tctf.authoauth.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authoauth.application.provider.LearnOfMember;
import org.tctf.authoauth.domain.provider.Profile;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** What applications may be told of a new member. */
@Singleton
public class OnUserCreated implements EventConsumer<OnUserCreated.UserCreated> {

    /** What this service reads of the fact. */
    public record UserCreated(
            String userId, String firstName, String lastName, String membershipName, String language) {}

    private final LearnOfMember learnOfMember;

    public OnUserCreated(LearnOfMember learnOfMember) {
        this.learnOfMember = learnOfMember;
    }

    @Override
    public void on(UserCreated event, Envelope envelope) {
        learnOfMember.learn(
                event.userId(),
                _ -> new Profile(
                        event.userId(),
                        event.firstName() + " " + event.lastName(),
                        event.membershipName(),
                        event.language(),
                        envelope.time()));
    }
}
