package org.tctf.messagingconsumers.adapter.web;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tctf.messagingconsumers.domain.campaign.Recipient;

/**
 * @param messageId is in the mail's Message-ID: what to look for in a provider's log
 * @param at since when; of one that waits, until when
 */
record MessageView(
        String messageId,
        String subscriberId,
        String state,
        int attempts,
        @Nullable Instant at,
        @Nullable String reason) {

    static MessageView of(Recipient recipient) {
        return switch (recipient.state()) {
            case Recipient.Pending p -> view(recipient, null, null);
            case Recipient.Sent(var at, var provider) -> view(recipient, at, null);
            case Recipient.Failed(var at, var why) -> view(recipient, at, why.name());
            case Recipient.Skipped(var at, var cause) -> view(recipient, at, cause.name());
            case Recipient.Waiting(var until) -> view(recipient, until, null);
            case Recipient.Unknown(var at) -> view(recipient, at, null);
        };
    }

    private static MessageView view(Recipient recipient, @Nullable Instant at, @Nullable String reason) {
        return new MessageView(
                recipient.mailId(),
                recipient.subscriberId(),
                recipient.state().getClass().getSimpleName().toUpperCase(Locale.ROOT),
                recipient.attempts(),
                at,
                reason);
    }
}
