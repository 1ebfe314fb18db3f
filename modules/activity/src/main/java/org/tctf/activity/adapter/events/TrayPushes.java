package org.tctf.activity.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.activity.application.UpdateDevices;
import org.tctf.activity.domain.PushTray;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Trays that have changed. */
@Singleton
public final class TrayPushes implements EventConsumer<PushTray> {
    private final UpdateDevices updateDevices;

    public TrayPushes(UpdateDevices updateDevices) {
        this.updateDevices = updateDevices;
    }

    @Override
    public void on(PushTray command, Envelope envelope) {
        updateDevices.update(command);
    }
}
