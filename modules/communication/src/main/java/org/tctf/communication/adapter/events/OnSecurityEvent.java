package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.communication.application.WriteToMember;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.SecurityEvent;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Tells the owner of an account what has happened to its security. */
@Singleton
public class OnSecurityEvent implements EventConsumer<OnSecurityEvent.SecurityFact> {

    /** What this service reads of each of these facts. */
    public record SecurityFact(String userId) {}

    private final WriteToMember writeToMember;

    public OnSecurityEvent(WriteToMember writeToMember) {
        this.writeToMember = writeToMember;
    }

    @Override
    public void on(SecurityFact event, Envelope envelope) {
        writeToMember.write(
                envelope.id(),
                event.userId(),
                new Content.SecurityNotice(SecurityEvent.valueOf(envelope.type()), envelope.time()));
    }
}
