package org.tctf.usermessage.adapter.socket;

import jakarta.inject.Singleton;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.socket.Connection;
import org.tctf.kernel.socket.SocketAction;
import org.tctf.usermessage.adapter.view.GapView;
import org.tctf.usermessage.application.SyncConversation;

/** What {@code GET …/changes} does. */
@Singleton
public final class OnSync implements SocketAction<OnSync.Sync> {

    /** The last change that the client knows, and how many it wants at most. */
    public record Sync(
            String conversationId, long after, @Nullable Integer limit) {}

    private final SyncConversation syncConversation;

    public OnSync(SyncConversation syncConversation) {
        this.syncConversation = syncConversation;
    }

    @Override
    public GapView on(Sync action, Connection from) {
        return GapView.of(syncConversation.sync(
                from.memberId(),
                action.conversationId(),
                action.after(),
                Objects.requireNonNullElse(action.limit(), SyncConversation.MAX_CHANGES)));
    }
}
