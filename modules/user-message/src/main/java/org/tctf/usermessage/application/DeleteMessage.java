package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import org.tctf.kernel.Problem;
import org.tctf.usermessage.domain.ChangeKind;
import org.tctf.usermessage.domain.Message;

/** Takes a message back: one's own, or in a group anybody's by who leads it. Its place stays. */
@Singleton
public final class DeleteMessage {
    private final AlterMessage alterMessage;
    private final Conversations conversations;

    public DeleteMessage(AlterMessage alterMessage, Conversations conversations) {
        this.alterMessage = alterMessage;
        this.conversations = conversations;
    }

    /** @throws Problem {@code NOT_YOUR_MESSAGE} */
    public Message delete(String by, String conversationId, long number) {
        return alterMessage.alter(by, conversationId, number, ChangeKind.DELETED, (message, moment) -> {
            if (!message.senderId().equals(by) && !isModerator(by, conversationId)) {
                throw Problem.forbidden(
                        "NOT_YOUR_MESSAGE",
                        "Only who sent message %d, or who leads the group, may delete it.".formatted(number));
            }
            return message.deleted(moment.change(), moment.now());
        });
    }

    private boolean isModerator(String memberId, String conversationId) {
        return conversations
                .of(conversationId)
                .filter(conversation -> conversation.isModeratedBy(memberId))
                .isPresent();
    }
}
