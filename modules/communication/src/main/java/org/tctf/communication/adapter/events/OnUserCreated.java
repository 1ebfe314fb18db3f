package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.communication.application.WelcomeMember;
import org.tctf.communication.domain.Recipient;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Language;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** A new member is put into the address book and welcomed. */
@Singleton
public class OnUserCreated implements EventConsumer<OnUserCreated.UserCreated> {

    /** What this service reads of the fact. */
    public record UserCreated(String userId, EmailAddress email, String firstName, String language) {}

    private final WelcomeMember welcomeMember;

    public OnUserCreated(WelcomeMember welcomeMember) {
        this.welcomeMember = welcomeMember;
    }

    @Override
    public void on(UserCreated event, Envelope envelope) {
        welcomeMember.welcome(
                envelope.id(),
                new Recipient(event.userId(), event.email(), event.firstName(), Language.of(event.language())));
    }
}
