package org.tctf.activity.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.activity.application.LearnName;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** New members' names and languages. */
@Singleton
public final class NewNames implements EventConsumer<NewNames.UserCreated> {

    /** What this service reads of the fact. */
    public record UserCreated(String userId, String firstName, String lastName, String language) {}

    private final LearnName learnName;

    public NewNames(LearnName learnName) {
        this.learnName = learnName;
    }

    @Override
    public void on(UserCreated event, Envelope envelope) {
        learnName.learn(
                event.userId(),
                event.firstName() + " " + event.lastName(),
                event.language(),
                envelope.aggregateVersion());
    }
}
