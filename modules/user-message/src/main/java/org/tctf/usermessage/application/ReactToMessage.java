package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.usermessage.domain.ChangeKind;
import org.tctf.usermessage.domain.Emoji;
import org.tctf.usermessage.domain.Message;

/** Puts a member's reaction on a message, in the place of the one before, or takes it away. */
@Singleton
public final class ReactToMessage {
    private final AlterMessage alterMessage;

    public ReactToMessage(AlterMessage alterMessage) {
        this.alterMessage = alterMessage;
    }

    /**
     * @param emoji none to take it away
     * @throws org.tctf.kernel.Problem {@code MESSAGE_DELETED}
     */
    public Message react(String by, String conversationId, long number, @Nullable Emoji emoji) {
        return alterMessage.alter(
                by,
                conversationId,
                number,
                ChangeKind.REACTED,
                (message, moment) -> message.reacted(by, emoji, moment.change()));
    }
}
