package org.tctf.usermessage.application;

import jakarta.inject.Singleton;
import org.tctf.usermessage.domain.ChangeKind;
import org.tctf.usermessage.domain.Message;

/** Makes a message say something else, within 15 minutes; saying the same again changes nothing. */
@Singleton
public final class EditMessage {
    private final AlterMessage alterMessage;

    public EditMessage(AlterMessage alterMessage) {
        this.alterMessage = alterMessage;
    }

    /** @throws org.tctf.kernel.Problem {@code NOT_YOUR_MESSAGE}, {@code EDIT_WINDOW_OVER}, {@code MESSAGE_DELETED} */
    public Message edit(String by, String conversationId, long number, String text) {
        return alterMessage.alter(
                by,
                conversationId,
                number,
                ChangeKind.EDITED,
                (message, moment) -> message.edited(by, text, moment.change(), moment.now()));
    }
}
