package org.tctf.usermessage.adapter.socket;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.socket.Connection;
import org.tctf.kernel.socket.SocketAction;
import org.tctf.usermessage.adapter.view.MessageView;
import org.tctf.usermessage.application.ReactToMessage;
import org.tctf.usermessage.domain.Emoji;

/** What {@code PUT} and {@code DELETE …/reaction} do. */
@Singleton
public final class OnReact implements SocketAction<OnReact.React> {

    /** Without an emoji the reaction is taken away. */
    public record React(
            String conversationId, long number, @Nullable String emoji) {}

    private final ReactToMessage reactToMessage;

    public OnReact(ReactToMessage reactToMessage) {
        this.reactToMessage = reactToMessage;
    }

    @Override
    public MessageView on(React action, Connection from) {
        String emoji = action.emoji();
        return MessageView.of(reactToMessage.react(
                from.memberId(), action.conversationId(), action.number(), emoji == null ? null : new Emoji(emoji)));
    }
}
