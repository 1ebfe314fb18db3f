package org.tctf.usermanagement.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.usermanagement.application.MoveMember;

/** An account has another address; so has its member. */
@Singleton
public class OnEmailChanged implements EventConsumer<OnEmailChanged.EmailChanged> {

    /** What this service reads of the fact. */
    public record EmailChanged(String userId, EmailAddress email) {}

    private final MoveMember moveMember;

    public OnEmailChanged(MoveMember moveMember) {
        this.moveMember = moveMember;
    }

    @Override
    public void on(EmailChanged event, Envelope envelope) {
        moveMember.move(event.userId(), event.email(), envelope.time());
    }
}
