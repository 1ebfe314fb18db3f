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

/** Mails a code that its reader types where they asked for it. */
@Singleton
public class OnCodeRequested implements EventConsumer<OnCodeRequested.CodeRequested> {

    /** What this service reads of each of these facts. */
    public record CodeRequested(String userId, EmailAddress email, Encrypted code, Instant expiresAt) {}

    private final NotifyOwner notifyOwner;

    public OnCodeRequested(NotifyOwner notifyOwner) {
        this.notifyOwner = notifyOwner;
    }

    @Override
    public void on(CodeRequested event, Envelope envelope) {
        notifyOwner.warn(
                envelope.id(),
                new Recipient(event.userId(), event.email(), null, Language.EN),
                new Content.CodeToType(MailedCode.askedForBy(envelope.type()), event.code(), event.expiresAt()));
    }
}
