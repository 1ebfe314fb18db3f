package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.application.NotifyOwner;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.MailedLink;
import org.tctf.communication.domain.Recipient;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Language;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Tells the address that an account has left, so that its owner can take it back. */
@Singleton
public class OnFormerEmail implements EventConsumer<OnFormerEmail.EmailLeft> {

    /** What this service reads of the fact. */
    public record EmailLeft(
            String userId,
            EmailAddress formerEmail,
            @Nullable Encrypted undoToken,
            @Nullable Instant undoableUntil) {}

    private final NotifyOwner notifyOwner;

    public OnFormerEmail(NotifyOwner notifyOwner) {
        this.notifyOwner = notifyOwner;
    }

    @Override
    public void on(EmailLeft event, Envelope envelope) {
        if (event.undoToken() != null && event.undoableUntil() != null) {
            notifyOwner.warn(
                    envelope.id(),
                    new Recipient(event.userId(), event.formerEmail(), null, Language.EN),
                    new Content.LinkToFollow(MailedLink.EMAIL_CHANGED, event.undoToken(), event.undoableUntil()));
        }
    }
}
