package org.tctf.authoauth.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authoauth.application.provider.LearnOfMember;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Applications call a member as other members do. */
@Singleton
public class OnProfileUpdated implements EventConsumer<OnProfileUpdated.ProfileUpdated> {

    /** What this service reads of the fact. */
    public record ProfileUpdated(String userId, String displayName) {}

    private final LearnOfMember learnOfMember;

    public OnProfileUpdated(LearnOfMember learnOfMember) {
        this.learnOfMember = learnOfMember;
    }

    @Override
    public void on(ProfileUpdated event, Envelope envelope) {
        learnOfMember.learn(event.userId(), profile -> profile.named(event.displayName(), envelope.time()));
    }
}
