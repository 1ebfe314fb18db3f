package org.tctf.usermessage.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.usermessage.application.EraseRemains;
import org.tctf.usermessage.domain.EraseMember;

/** The rest of what is kept of an erased member. */
@Singleton
public final class RemainsErasures implements EventConsumer<EraseMember> {
    private final EraseRemains eraseRemains;

    public RemainsErasures(EraseRemains eraseRemains) {
        this.eraseRemains = eraseRemains;
    }

    @Override
    public void on(EraseMember command, Envelope envelope) {
        eraseRemains.erase(command);
    }
}
