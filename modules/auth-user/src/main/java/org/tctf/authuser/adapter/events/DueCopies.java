package org.tctf.authuser.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authuser.application.MakeCopy;
import org.tctf.authuser.domain.AssembleExport;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Makes copies when their pieces are there. */
@Singleton
public class DueCopies implements EventConsumer<AssembleExport> {
    private final MakeCopy makeCopy;

    public DueCopies(MakeCopy makeCopy) {
        this.makeCopy = makeCopy;
    }

    @Override
    public void on(AssembleExport command, Envelope envelope) {
        makeCopy.make(command.userId());
    }
}
