package org.tctf.usermessage.adapter.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.usermessage.domain.Message;

/**
 * A message as it is now; the one with the higher revision is the newer. A deleted one has no text, media or reactions.
 *
 * @param number its place in the conversation
 * @param clientMessageId what the sender's client called it
 */
public record MessageView(
        String conversationId,
        long number,
        long revision,
        String clientMessageId,
        String senderId,
        Instant sentAt,
        String text,
        List<String> mediaIds,
        @Nullable Long repliesTo,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        List<ReactionView> reactions) {

    /** A member's reaction. */
    public record ReactionView(String memberId, String emoji) {}

    public static MessageView of(Message message) {
        return new MessageView(
                message.conversationId(),
                message.number(),
                message.revision(),
                message.clientMessageId(),
                message.senderId(),
                message.sentAt(),
                message.text(),
                message.mediaIds(),
                message.repliesTo(),
                message.editedAt(),
                message.deletedAt(),
                message.reactions().entrySet().stream()
                        .map(reaction -> new ReactionView(reaction.getKey(), reaction.getValue()))
                        .sorted(java.util.Comparator.comparing(ReactionView::memberId))
                        .toList());
    }
}
