package org.tctf.messagingconsumers.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.messagingconsumers.application.subscriber.EraseMailings;
import org.tctf.messagingconsumers.domain.subscriber.ForgetMailings;

/** Erases the traces that campaigns have left of somebody who is gone. */
@Singleton
public class MailingErasures implements EventConsumer<ForgetMailings> {
    private final EraseMailings eraseMailings;

    public MailingErasures(EraseMailings eraseMailings) {
        this.eraseMailings = eraseMailings;
    }

    @Override
    public void on(ForgetMailings command, Envelope envelope) {
        eraseMailings.erase(command.subscriberId());
    }
}
