package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.application.QueueMessage;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.Recipient;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Language;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Tells whoever has an address that there is no account to set a new password for. */
@Singleton
public class OnPasswordResetOfUnknownAddress
        implements EventConsumer<OnPasswordResetOfUnknownAddress.PasswordResetOfUnknownAddress> {

    /** What this service reads of the fact. */
    public record PasswordResetOfUnknownAddress(
            String resetId, EmailAddress email, @Nullable String language) {}

    private final QueueMessage queueMessage;

    public OnPasswordResetOfUnknownAddress(QueueMessage queueMessage) {
        this.queueMessage = queueMessage;
    }

    /** Nobody is a member here; the message has the reset's id in the place of a member's. */
    @Override
    public void on(PasswordResetOfUnknownAddress event, Envelope envelope) {
        queueMessage.queue(
                envelope.id(),
                new Recipient(event.resetId(), event.email(), null, Language.of(event.language())),
                new Content.NoAccount());
    }
}
