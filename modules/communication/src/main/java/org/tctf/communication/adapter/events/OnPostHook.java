package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.communication.application.SendQueuedMessage;
import org.tctf.communication.domain.PostHook;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Posts to members' webhooks. */
@Singleton
public class OnPostHook implements EventConsumer<PostHook> {
    private final SendQueuedMessage sendQueuedMessage;

    public OnPostHook(SendQueuedMessage sendQueuedMessage) {
        this.sendQueuedMessage = sendQueuedMessage;
    }

    @Override
    public void on(PostHook command, Envelope envelope) {
        sendQueuedMessage.send(command.messageId());
    }
}
