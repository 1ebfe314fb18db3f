package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.Message;
import org.tctf.communication.domain.State;

/**
 * Sends a message that waits. Between the provider's yes and our commit lies the one moment that no transaction covers: a
 * crash there sends the mail again, with the same id.
 */
@Singleton
public class SendQueuedMessage {
    private final Messages messages;
    private final ComposeMail composeMail;
    private final ComposePhoneMessage composePhoneMessage;
    private final Carriers carriers;
    private final PhoneCarriers phoneCarriers;
    private final InstantSource clock;

    public SendQueuedMessage(
            Messages messages,
            ComposeMail composeMail,
            ComposePhoneMessage composePhoneMessage,
            Carriers carriers,
            PhoneCarriers phoneCarriers,
            InstantSource clock) {
        this.messages = messages;
        this.composeMail = composeMail;
        this.composePhoneMessage = composePhoneMessage;
        this.carriers = carriers;
        this.phoneCarriers = phoneCarriers;
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
        switch (carry(message, content)) {
            case Carriers.Outcome.Taken(var provider, var passedOver) ->
                messages.decide(message.id(), now -> now.sent(provider, passedOver, clock.instant()));
            case Carriers.Outcome.Refused refused -> fail(message, State.Reason.REJECTED);
        }
    }

    private Carriers.Outcome carry(Message message, Content content) {
        return switch (content) {
            case Content.ByMail mail -> carriers.carry(composeMail.compose(message, mail));
            case Content.PhoneCode code -> phoneCarriers.carry(composePhoneMessage.compose(message, code));
        };
    }

    private void fail(Message message, State.Reason reason) {
        messages.decide(message.id(), now -> now.failed(reason, clock.instant()));
    }
}
