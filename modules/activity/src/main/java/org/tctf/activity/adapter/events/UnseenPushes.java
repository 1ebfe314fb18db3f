package org.tctf.activity.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.activity.application.PushUnseenNotification;
import org.tctf.activity.domain.PushUnseen;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Notifications that may have to be pushed. */
@Singleton
public final class UnseenPushes implements EventConsumer<PushUnseen> {
    private final PushUnseenNotification pushUnseenNotification;

    public UnseenPushes(PushUnseenNotification pushUnseenNotification) {
        this.pushUnseenNotification = pushUnseenNotification;
    }

    @Override
    public void on(PushUnseen command, Envelope envelope) {
        pushUnseenNotification.push(command);
    }
}
