package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.communication.application.SendQueuedPush;
import org.tctf.communication.domain.SendPush;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Pushes to members' browsers. */
@Singleton
public class OnSendPush implements EventConsumer<SendPush> {
    private final SendQueuedPush sendQueuedPush;

    public OnSendPush(SendQueuedPush sendQueuedPush) {
        this.sendQueuedPush = sendQueuedPush;
    }

    @Override
    public void on(SendPush command, Envelope envelope) {
        sendQueuedPush.send(command.messageId());
    }
}
