package org.tctf.activity.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.activity.application.TellGathered;
import org.tctf.activity.domain.TellWindow;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Closed windows to be told. */
@Singleton
public final class WindowTellings implements EventConsumer<TellWindow> {
    private final TellGathered tellGathered;

    public WindowTellings(TellGathered tellGathered) {
        this.tellGathered = tellGathered;
    }

    @Override
    public void on(TellWindow command, Envelope envelope) {
        tellGathered.tell(command);
    }
}
