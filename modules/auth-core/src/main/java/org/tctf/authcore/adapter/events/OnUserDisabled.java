package org.tctf.authcore.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authcore.application.EndSessionsOfAccount;
import org.tctf.authcore.domain.SignedOut.Reason;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Who may no longer sign in is signed out. */
@Singleton
public class OnUserDisabled implements EventConsumer<OnUserDisabled.UserDisabled> {

    /** What this service reads of the fact. */
    public record UserDisabled(String userId) {}

    private final EndSessionsOfAccount endSessions;

    public OnUserDisabled(EndSessionsOfAccount endSessions) {
        this.endSessions = endSessions;
    }

    @Override
    public void on(UserDisabled event, Envelope envelope) {
        endSessions.end(event.userId(), envelope.time(), Reason.USER_DISABLED);
    }
}
