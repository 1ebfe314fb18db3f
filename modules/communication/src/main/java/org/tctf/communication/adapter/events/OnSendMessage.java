package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.communication.application.SendQueuedMessage;
import org.tctf.communication.domain.SendMessage;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Sends what somebody waits for. */
@Singleton
public class OnSendMessage implements EventConsumer<SendMessage> {
    private final SendQueuedMessage sendQueuedMessage;

    public OnSendMessage(SendQueuedMessage sendQueuedMessage) {
        this.sendQueuedMessage = sendQueuedMessage;
    }

    @Override
    public void on(SendMessage command, Envelope envelope) {
        sendQueuedMessage.send(command.messageId());
    }
}
