package org.tctf.usermessage.domain;

import java.time.Instant;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * A message was sent; what it says is between those who talk.
 *
 * @param recipientId of a direct message
 */
@DomainEvent
public record ChatMessageSent(
        String conversationId,
        long number,
        Kind kind,
        String senderId,
        @Nullable String recipientId,
        int recipients,
        int media,
        boolean reply,
        Instant sentAt) {

    public static ChatMessageSent of(Head head, Message sent) {
        return new ChatMessageSent(
                sent.conversationId(),
                sent.number(),
                head.kind(),
                sent.senderId(),
                head.peerOf(sent.senderId()),
                head.memberCount() - 1,
                sent.mediaIds().size(),
                sent.repliesTo() != null,
                sent.sentAt());
    }
}
