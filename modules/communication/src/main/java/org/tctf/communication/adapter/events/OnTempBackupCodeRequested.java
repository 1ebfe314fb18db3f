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

/** Mails a code in the place of one of the member's app. */
@Singleton
public class OnTempBackupCodeRequested implements EventConsumer<OnTempBackupCodeRequested.TempBackupCodeRequested> {

    /** What this service reads of the fact. */
    public record TempBackupCodeRequested(String userId, EmailAddress email, Encrypted code, Instant expiresAt) {}

    private final NotifyOwner notifyOwner;

    public OnTempBackupCodeRequested(NotifyOwner notifyOwner) {
        this.notifyOwner = notifyOwner;
    }

    @Override
    public void on(TempBackupCodeRequested event, Envelope envelope) {
        notifyOwner.warn(
                envelope.id(),
                new Recipient(event.userId(), event.email(), null, Language.EN),
                new Content.CodeToType(MailedCode.TEMP_BACKUP_CODE, event.code(), event.expiresAt()));
    }
}
