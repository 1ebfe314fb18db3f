package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tctf.communication.application.NotifyOwner;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.Recipient;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Language;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Asks the owner of an account, at its present address, whether they want another. */
@Singleton
public class OnEmailChangeRequested implements EventConsumer<OnEmailChangeRequested.EmailChangeRequested> {

    /** What this service reads of the fact. */
    public record EmailChangeRequested(
            String userId, EmailAddress email, Encrypted code, Encrypted cancelToken, Instant expiresAt) {}

    private final NotifyOwner notifyOwner;

    public OnEmailChangeRequested(NotifyOwner notifyOwner) {
        this.notifyOwner = notifyOwner;
    }

    @Override
    public void on(EmailChangeRequested event, Envelope envelope) {
        notifyOwner.warn(
                envelope.id(),
                new Recipient(event.userId(), event.email(), null, Language.EN),
                new Content.EmailChange(event.code(), event.cancelToken(), event.expiresAt()));
    }
}
