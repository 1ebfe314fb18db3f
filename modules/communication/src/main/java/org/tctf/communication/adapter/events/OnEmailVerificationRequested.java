package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.application.QueueMessage;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.Recipient;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Language;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Code and link to confirm an address. The name that came with the sign-up is left out: its writer is not known yet. */
@Singleton
public class OnEmailVerificationRequested
        implements EventConsumer<OnEmailVerificationRequested.EmailVerificationRequested> {

    /** What this service reads of the fact. */
    public record EmailVerificationRequested(
            String userId,
            EmailAddress email,
            @Nullable String language,
            Encrypted code,
            Encrypted linkToken,
            Instant expiresAt) {}

    private final QueueMessage queueMessage;

    public OnEmailVerificationRequested(QueueMessage queueMessage) {
        this.queueMessage = queueMessage;
    }

    @Override
    public void on(EmailVerificationRequested event, Envelope envelope) {
        queueMessage.queue(
                envelope.id(),
                new Recipient(event.userId(), event.email(), null, Language.of(event.language())),
                new Content.VerifyEmail(event.code(), event.linkToken(), event.expiresAt()));
    }
}
