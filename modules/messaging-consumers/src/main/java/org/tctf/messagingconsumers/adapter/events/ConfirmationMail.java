package org.tctf.messagingconsumers.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.messagingconsumers.application.subscriber.AskToConfirm;
import org.tctf.messagingconsumers.domain.subscriber.ConfirmByMail;

/** Asks an address's owner to confirm. */
@Singleton
public class ConfirmationMail implements EventConsumer<ConfirmByMail> {
    private final AskToConfirm askToConfirm;

    public ConfirmationMail(AskToConfirm askToConfirm) {
        this.askToConfirm = askToConfirm;
    }

    @Override
    public void on(ConfirmByMail command, Envelope envelope) {
        askToConfirm.ask(envelope.id(), command.subscriberId());
    }
}
