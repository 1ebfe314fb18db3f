package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.tctf.communication.application.StopPushingToSessions;
import org.tctf.communication.application.WriteToMember;
import org.tctf.communication.domain.Content;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/**
 * Ends pushes where a session has made room for a newer one, or somebody had a copy of its token; of the latter the member is
 * told.
 */
@Singleton
public class OnSessionLost implements EventConsumer<OnSessionLost.SessionLost> {
    private static final String COPIED = "REFRESH_TOKEN_REUSED";

    public static final List<String> TYPES = List.of("SESSION_EVICTED", COPIED);

    /** What this service reads of these facts. */
    public record SessionLost(String userId, String sessionId) {}

    private final StopPushingToSessions stopPushing;
    private final WriteToMember writeToMember;

    public OnSessionLost(StopPushingToSessions stopPushing, WriteToMember writeToMember) {
        this.stopPushing = stopPushing;
        this.writeToMember = writeToMember;
    }

    @Override
    public void on(SessionLost event, Envelope envelope) {
        stopPushing.stop(event.userId(), Set.of(event.sessionId()));
        if (envelope.type().equals(COPIED)) {
            writeToMember.write(envelope.id(), event.userId(), new Content.SessionEnded());
        }
    }
}
