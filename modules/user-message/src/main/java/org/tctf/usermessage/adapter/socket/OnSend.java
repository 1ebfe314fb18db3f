package org.tctf.usermessage.adapter.socket;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.socket.Connection;
import org.tctf.kernel.socket.SocketAction;
import org.tctf.usermessage.adapter.view.MessageView;
import org.tctf.usermessage.application.SendMessage;
import org.tctf.usermessage.domain.Draft;

/** What {@code POST …/messages} does. */
@Singleton
public final class OnSend implements SocketAction<OnSend.Send> {

    /** A message with a text, media, or both. */
    public record Send(
            String conversationId,
            String clientMessageId,
            @Nullable String text,
            @Nullable List<String> mediaIds,
            @Nullable Long repliesTo) {}

    private final SendMessage sendMessage;

    public OnSend(SendMessage sendMessage) {
        this.sendMessage = sendMessage;
    }

    @Override
    public MessageView on(Send action, Connection from) {
        return MessageView.of(sendMessage.send(
                from.memberId(),
                new Draft(
                        action.conversationId(),
                        action.clientMessageId(),
                        Objects.requireNonNullElse(action.text(), ""),
                        Objects.requireNonNullElse(action.mediaIds(), List.of()),
                        action.repliesTo())));
    }
}
