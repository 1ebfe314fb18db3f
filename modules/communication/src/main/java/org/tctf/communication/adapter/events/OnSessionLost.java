package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import java.util.Set;
import org.tctf.communication.application.StopPushingToSessions;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Ends pushes where a session has made room for a newer one, or somebody had a copy of its token. */
@Singleton
public class OnSessionLost implements EventConsumer<OnSessionLost.SessionLost> {

    /** What this service reads of the fact. */
    public record SessionLost(String userId, String sessionId) {}

    private final StopPushingToSessions stopPushing;

    public OnSessionLost(StopPushingToSessions stopPushing) {
        this.stopPushing = stopPushing;
    }

    @Override
    public void on(SessionLost event, Envelope envelope) {
        stopPushing.stop(event.userId(), Set.of(event.sessionId()));
    }
}
