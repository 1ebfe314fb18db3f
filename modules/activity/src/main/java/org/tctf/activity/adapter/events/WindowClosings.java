package org.tctf.activity.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.activity.application.CloseGathering;
import org.tctf.activity.domain.CloseWindow;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Windows whose five minutes are over. */
@Singleton
public final class WindowClosings implements EventConsumer<CloseWindow> {
    private final CloseGathering closeGathering;

    public WindowClosings(CloseGathering closeGathering) {
        this.closeGathering = closeGathering;
    }

    @Override
    public void on(CloseWindow command, Envelope envelope) {
        closeGathering.close(command);
    }
}
