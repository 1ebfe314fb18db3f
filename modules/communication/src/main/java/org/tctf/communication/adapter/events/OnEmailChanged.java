package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.communication.application.KeepContact;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** A member is reached at another address from now on. */
@Singleton
public class OnEmailChanged implements EventConsumer<OnEmailChanged.EmailChanged> {

    /** What this service reads of the fact. */
    public record EmailChanged(String userId, EmailAddress email) {}

    private final KeepContact keepContact;

    public OnEmailChanged(KeepContact keepContact) {
        this.keepContact = keepContact;
    }

    @Override
    public void on(EmailChanged event, Envelope envelope) {
        keepContact.keep(event.userId(), contact -> contact.moved(event.email(), envelope.aggregateVersion()));
    }
}
