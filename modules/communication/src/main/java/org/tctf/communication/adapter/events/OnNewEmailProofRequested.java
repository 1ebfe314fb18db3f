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

/** Code to prove the address that a member wants. No name: whose address it is, is not known yet. */
@Singleton
public class OnNewEmailProofRequested implements EventConsumer<OnNewEmailProofRequested.NewEmailProofRequested> {

    /** What this service reads of the fact. */
    public record NewEmailProofRequested(String userId, EmailAddress email, Encrypted code, Instant expiresAt) {}

    private final NotifyOwner notifyOwner;

    public OnNewEmailProofRequested(NotifyOwner notifyOwner) {
        this.notifyOwner = notifyOwner;
    }

    @Override
    public void on(NewEmailProofRequested event, Envelope envelope) {
        notifyOwner.warn(
                envelope.id(),
                new Recipient(event.userId(), event.email(), null, Language.EN),
                new Content.CodeToType(MailedCode.NEW_EMAIL_PROOF, event.code(), event.expiresAt()));
    }
}
