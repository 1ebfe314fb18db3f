package org.tctf.usermessage.adapter.socket;

import jakarta.inject.Singleton;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.socket.Connection;
import org.tctf.kernel.socket.SocketAction;
import org.tctf.usermessage.adapter.view.PositionView;
import org.tctf.usermessage.application.MovePosition;

/** What {@code PUT …/position} does. */
@Singleton
public final class OnRead implements SocketAction<OnRead.Read> {

    /** How far the member is; what is left out stays. */
    public record Read(
            String conversationId,
            @Nullable Long read,
            @Nullable Long delivered) {}

    private final MovePosition movePosition;

    public OnRead(MovePosition movePosition) {
        this.movePosition = movePosition;
    }

    @Override
    public PositionView on(Read action, Connection from) {
        return PositionView.of(movePosition.move(
                from.memberId(),
                action.conversationId(),
                Objects.requireNonNullElse(action.read(), 0L),
                Objects.requireNonNullElse(action.delivered(), 0L)));
    }
}
