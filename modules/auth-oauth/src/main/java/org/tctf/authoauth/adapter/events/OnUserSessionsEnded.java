package org.tctf.authoauth.adapter.events;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tctf.authoauth.application.provider.EndAccess;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** An administrator who signs a member out everywhere means also what goes on without them. */
@Singleton
public class OnUserSessionsEnded implements EventConsumer<OnUserSessionsEnded.UserSessionsEnded> {

    /** What this service reads of the fact. */
    public record UserSessionsEnded(String userId, Instant openedUntil) {}

    private final EndAccess endAccess;

    public OnUserSessionsEnded(EndAccess endAccess) {
        this.endAccess = endAccess;
    }

    @Override
    public void on(UserSessionsEnded event, Envelope envelope) {
        endAccess.end(event.userId(), event.openedUntil());
    }
}
