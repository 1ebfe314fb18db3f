package org.tctf.usermessage.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.usermessage.application.TellChange;
import org.tctf.usermessage.domain.PushChange;

/** Changes that devices have to be told of. */
@Singleton
public final class ChangePushes implements EventConsumer<PushChange> {
    private final TellChange tellChange;

    public ChangePushes(TellChange tellChange) {
        this.tellChange = tellChange;
    }

    @Override
    public void on(PushChange command, Envelope envelope) {
        tellChange.tell(command);
    }
}
