package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import java.util.Set;
import org.tctf.communication.application.StopPushingToSessions;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Ends pushes where sessions have ended before their time, whoever ended them. */
@Singleton
public class OnSignedOut implements EventConsumer<OnSignedOut.SignedOut> {

    /** What this service reads of the fact. */
    public record SignedOut(String userId, Set<String> sessionIds) {}

    private final StopPushingToSessions stopPushing;

    public OnSignedOut(StopPushingToSessions stopPushing) {
        this.stopPushing = stopPushing;
    }

    @Override
    public void on(SignedOut event, Envelope envelope) {
        stopPushing.stop(event.userId(), event.sessionIds());
    }
}
