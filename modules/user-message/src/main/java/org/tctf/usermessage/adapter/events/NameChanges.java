package org.tctf.usermessage.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.usermessage.application.LearnName;

/** Names that members have changed. */
@Singleton
public final class NameChanges implements EventConsumer<NameChanges.ProfileUpdated> {

    /** What this service reads of the fact. */
    public record ProfileUpdated(String userId, String displayName) {}

    private final LearnName learnName;

    public NameChanges(LearnName learnName) {
        this.learnName = learnName;
    }

    @Override
    public void on(ProfileUpdated event, Envelope envelope) {
        learnName.learn(event.userId(), event.displayName(), envelope.aggregateVersion());
    }
}
