package org.tctf.authcore.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authcore.application.EndSessionsOfAccount;
import org.tctf.authcore.domain.SignedOut.Reason;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Whoever signed in with the old password signs in again. */
@Singleton
public class OnPasswordChanged implements EventConsumer<OnPasswordChanged.PasswordChanged> {

    /** What this service reads of the fact. */
    public record PasswordChanged(String userId) {}

    private final EndSessionsOfAccount endSessions;

    public OnPasswordChanged(EndSessionsOfAccount endSessions) {
        this.endSessions = endSessions;
    }

    @Override
    public void on(PasswordChanged event, Envelope envelope) {
        endSessions.end(event.userId(), envelope.time(), Reason.PASSWORD_CHANGED);
    }
}
