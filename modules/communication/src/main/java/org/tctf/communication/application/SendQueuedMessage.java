package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
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
    private final ComposePost composePost;
    private final HookCarrier hookCarrier;
    private final InstantSource clock;

    public SendQueuedMessage(
            Messages messages,
            ComposeMail composeMail,
            ComposePhoneMessage composePhoneMessage,
            Carriers carriers,
            PhoneCarriers phoneCarriers,
            ComposePost composePost,
            HookCarrier hookCarrier,
            InstantSource clock) {
        this.messages = messages;
        this.composeMail = composeMail;
        this.composePhoneMessage = composePhoneMessage;
        this.carriers = carriers;
        this.phoneCarriers = phoneCarriers;
        this.composePost = composePost;
        this.hookCarrier = hookCarrier;
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
        Optional<Carriers.Outcome> outcome = carry(message, content);
        if (outcome.isEmpty()) {
            fail(message, State.Reason.OUTDATED);
            return;
        }
        switch (outcome.get()) {
            case Carriers.Outcome.Taken(var provider, var passedOver) ->
                messages.decide(message.id(), now -> now.sent(provider, passedOver, clock.instant()));
            case Carriers.Outcome.Refused refused -> fail(message, State.Reason.REJECTED);
        }
    }

    /** Nothing when what it was to go to is not there any more. */
    private Optional<Carriers.Outcome> carry(Message message, Content content) {
        return switch (content) {
            case Content.ByMail mail -> Optional.of(carriers.carry(composeMail.compose(message, mail)));
            case Content.PhoneCode code -> Optional.of(phoneCarriers.carry(composePhoneMessage.compose(message, code)));
            case Content.ByPush push ->
                throw new IllegalStateException("message %s is pushed by another command".formatted(message.id()));
            case Content.Hook hook -> composePost.compose(message, hook).map(hookCarrier::carry);
        };
    }

    private void fail(Message message, State.Reason reason) {
        messages.decide(message.id(), now -> now.failed(reason, clock.instant()));
    }
}
