package org.tctf.usermessage.adapter.socket;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.socket.Connection;
import org.tctf.kernel.socket.SocketAction;
import org.tctf.usermessage.application.SayTyping;

/** Tells the others at once. Nothing is answered. */
@Singleton
public final class OnTyping implements SocketAction<OnTyping.Typing> {

    /** Where. */
    public record Typing(String conversationId) {}

    private final SayTyping sayTyping;

    public OnTyping(SayTyping sayTyping) {
        this.sayTyping = sayTyping;
    }

    @Override
    public @Nullable Object on(Typing action, Connection from) {
        sayTyping.say(from.memberId(), action.conversationId());
        return null;
    }
}
