package org.tctf.authuser.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authuser.application.LearnMember;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** A member may be called otherwise. */
@Singleton
public class OnProfileUpdated implements EventConsumer<OnProfileUpdated.ProfileUpdated> {

    /** What this service reads of the fact. */
    public record ProfileUpdated(String userId, String displayName) {}

    private final LearnMember learnMember;

    public OnProfileUpdated(LearnMember learnMember) {
        this.learnMember = learnMember;
    }

    @Override
    public void on(ProfileUpdated event, Envelope envelope) {
        learnMember.learn(event.userId(), member -> member.called(event.displayName(), envelope.aggregateVersion()));
    }
}
