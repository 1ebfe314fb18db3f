package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.communication.application.EraseMessagesOfMember;
import org.tctf.communication.domain.EraseMessages;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Erases what was written to a member who is gone. */
@Singleton
public class OnEraseMessages implements EventConsumer<EraseMessages> {
    private final EraseMessagesOfMember eraseMessagesOfMember;

    public OnEraseMessages(EraseMessagesOfMember eraseMessagesOfMember) {
        this.eraseMessagesOfMember = eraseMessagesOfMember;
    }

    @Override
    public void on(EraseMessages command, Envelope envelope) {
        eraseMessagesOfMember.erase(command, envelope.time());
    }
}
