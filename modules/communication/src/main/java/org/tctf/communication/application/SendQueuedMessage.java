package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.Message;
import org.tctf.communication.domain.State;
import org.tctf.kernel.mail.Mail;

/**
 * Sends a message that waits. Between the provider's yes and our commit lies the one moment that no transaction covers: a
 * crash there sends the mail again, with the same id.
 */
@Singleton
public class SendQueuedMessage {
    private final Messages messages;
    private final ComposeMail composeMail;
    private final Carriers carriers;
    private final InstantSource clock;

    public SendQueuedMessage(Messages messages, ComposeMail composeMail, Carriers carriers, InstantSource clock) {
        this.messages = messages;
        this.composeMail = composeMail;
        this.carriers = carriers;
        this.clock = clock;
    }

    /**
     * Also sends a message that was given up, when somebody redrives it. Does nothing for one that is sent or erased.
     *
     * @throws Carriers.NoneAvailable when no provider took it; try again later
     */
    public void send(String messageId) {
        messages.find(messageId).ifPresent(message -> message.content().ifPresent(content -> send(message, content)));
    }

    private void send(Message message, Content content) {
        if (content.isOutdated(clock.instant())) {
            fail(message, State.Reason.OUTDATED);
            return;
        }
        Mail mail = composeMail.compose(message, content);
        switch (carriers.carry(mail)) {
            case Carriers.Outcome.Taken(var provider, var passedOver) ->
                messages.decide(message.id(), now -> now.sent(provider, passedOver, clock.instant()));
            case Carriers.Outcome.Refused refused -> fail(message, State.Reason.REJECTED);
        }
    }

    private void fail(Message message, State.Reason reason) {
        messages.decide(message.id(), now -> now.failed(reason, clock.instant()));
    }
}
