package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.Message;
import org.tctf.communication.domain.Recipient;

/** Writes to an address that a fact names, whoever's it is: for notices that nobody can switch off. */
@Singleton
public class QueueMessage {
    private final Messages messages;
    private final InstantSource clock;

    public QueueMessage(Messages messages, InstantSource clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** @param factId the fact that the message is about; it becomes the message's id */
    public void queue(String factId, Recipient to, Content content) {
        messages.queue(List.of(Message.queued(factId, to, content, clock.instant())));
    }
}
