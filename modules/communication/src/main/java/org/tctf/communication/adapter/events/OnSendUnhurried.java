package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.communication.application.SendQueuedMessage;
import org.tctf.communication.domain.SendUnhurried;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Sends what nobody waits for. */
@Singleton
public class OnSendUnhurried implements EventConsumer<SendUnhurried> {
    private final SendQueuedMessage sendQueuedMessage;

    public OnSendUnhurried(SendQueuedMessage sendQueuedMessage) {
        this.sendQueuedMessage = sendQueuedMessage;
    }

    @Override
    public void on(SendUnhurried command, Envelope envelope) {
        sendQueuedMessage.send(command.messageId());
    }
}
