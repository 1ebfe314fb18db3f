package org.tctf.usermessage.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.usermessage.application.LearnName;

/** New members' names. */
@Singleton
public final class NewNames implements EventConsumer<NewNames.UserCreated> {

    /** What this service reads of the fact. */
    public record UserCreated(String userId, String firstName, String lastName) {}

    private final LearnName learnName;

    public NewNames(LearnName learnName) {
        this.learnName = learnName;
    }

    @Override
    public void on(UserCreated event, Envelope envelope) {
        learnName.learn(event.userId(), event.firstName() + " " + event.lastName(), envelope.aggregateVersion());
    }
}
