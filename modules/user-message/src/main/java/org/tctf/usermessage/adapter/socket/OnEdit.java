package org.tctf.usermessage.adapter.socket;

import jakarta.inject.Singleton;
import org.tctf.kernel.socket.Connection;
import org.tctf.kernel.socket.SocketAction;
import org.tctf.usermessage.adapter.view.MessageView;
import org.tctf.usermessage.application.EditMessage;

/** What {@code PUT …/messages/{number}} does. */
@Singleton
public final class OnEdit implements SocketAction<OnEdit.Edit> {

    /** What it says from now on. */
    public record Edit(String conversationId, long number, String text) {}

    private final EditMessage editMessage;

    public OnEdit(EditMessage editMessage) {
        this.editMessage = editMessage;
    }

    @Override
    public MessageView on(Edit action, Connection from) {
        return MessageView.of(
                editMessage.edit(from.memberId(), action.conversationId(), action.number(), action.text()));
    }
}
