package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tctf.communication.application.NotifyOwner;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.MailedCode;
import org.tctf.communication.domain.Recipient;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Language;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** The code for a new password. */
@Singleton
public class OnPasswordResetRequested implements EventConsumer<OnPasswordResetRequested.PasswordResetRequested> {

    /** What this service reads of the fact. */
    public record PasswordResetRequested(String userId, EmailAddress email, Encrypted code, Instant expiresAt) {}

    private final NotifyOwner notifyOwner;

    public OnPasswordResetRequested(NotifyOwner notifyOwner) {
        this.notifyOwner = notifyOwner;
    }

    @Override
    public void on(PasswordResetRequested event, Envelope envelope) {
        notifyOwner.warn(
                envelope.id(),
                new Recipient(event.userId(), event.email(), null, Language.EN),
                new Content.CodeToType(MailedCode.PASSWORD_RESET, event.code(), event.expiresAt()));
    }
}
