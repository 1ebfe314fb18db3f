package org.tctf.usermessage.adapter.socket;

import jakarta.inject.Singleton;
import org.tctf.kernel.socket.Connection;
import org.tctf.kernel.socket.SocketAction;
import org.tctf.usermessage.adapter.view.MessageView;
import org.tctf.usermessage.application.DeleteMessage;

/** What {@code DELETE …/messages/{number}} does. */
@Singleton
public final class OnDelete implements SocketAction<OnDelete.Delete> {

    /** Which. */
    public record Delete(String conversationId, long number) {}

    private final DeleteMessage deleteMessage;

    public OnDelete(DeleteMessage deleteMessage) {
        this.deleteMessage = deleteMessage;
    }

    @Override
    public MessageView on(Delete action, Connection from) {
        return MessageView.of(deleteMessage.delete(from.memberId(), action.conversationId(), action.number()));
    }
}
