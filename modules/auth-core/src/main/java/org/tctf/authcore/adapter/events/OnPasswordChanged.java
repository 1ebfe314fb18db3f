package org.tctf.authcore.adapter.events;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.authcore.application.SecurityFacts;
import org.tctf.authcore.domain.SignedOut;
import org.tctf.authcore.domain.SignedOut.Reason;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** The sessions have ended in the transaction that replaced the password; here it is said. */
@Singleton
public class OnPasswordChanged implements EventConsumer<OnPasswordChanged.PasswordChanged> {

    /** What this service reads of the fact. */
    public record PasswordChanged(String userId, List<String> endedSessions) {}

    private final SecurityFacts facts;

    public OnPasswordChanged(SecurityFacts facts) {
        this.facts = facts;
    }

    @Override
    public void on(PasswordChanged event, Envelope envelope) {
        if (!event.endedSessions().isEmpty()) {
            facts.happened(
                    event.userId(), new SignedOut(event.userId(), event.endedSessions(), Reason.PASSWORD_CHANGED));
        }
    }
}
