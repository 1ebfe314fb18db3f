package org.tctf.usermessage.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.usermessage.application.TellPosition;
import org.tctf.usermessage.domain.PushPosition;

/** Positions that devices have to be told of. */
@Singleton
public final class PositionPushes implements EventConsumer<PushPosition> {
    private final TellPosition tellPosition;

    public PositionPushes(TellPosition tellPosition) {
        this.tellPosition = tellPosition;
    }

    @Override
    public void on(PushPosition command, Envelope envelope) {
        tellPosition.tell(command);
    }
}
