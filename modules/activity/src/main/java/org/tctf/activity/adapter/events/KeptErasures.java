package org.tctf.activity.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.activity.application.EraseKept;
import org.tctf.activity.domain.EraseMember;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** The rest of what is kept for an erased member. */
@Singleton
public final class KeptErasures implements EventConsumer<EraseMember> {
    private final EraseKept eraseKept;

    public KeptErasures(EraseKept eraseKept) {
        this.eraseKept = eraseKept;
    }

    @Override
    public void on(EraseMember command, Envelope envelope) {
        eraseKept.erase(command);
    }
}
