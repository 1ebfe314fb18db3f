package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tctf.communication.application.NotifyOwner;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.MailedLink;
import org.tctf.communication.domain.Recipient;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Language;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Tells a member when their account will be erased, and how to keep it. */
@Singleton
public class OnAccountDeletionScheduled implements EventConsumer<OnAccountDeletionScheduled.AccountDeletionScheduled> {

    /** What this service reads of the fact. */
    public record AccountDeletionScheduled(
            String userId, EmailAddress email, Encrypted cancelToken, Instant deletesAt) {}

    private final NotifyOwner notifyOwner;

    public OnAccountDeletionScheduled(NotifyOwner notifyOwner) {
        this.notifyOwner = notifyOwner;
    }

    @Override
    public void on(AccountDeletionScheduled event, Envelope envelope) {
        notifyOwner.warn(
                envelope.id(),
                new Recipient(event.userId(), event.email(), null, Language.EN),
                new Content.LinkToFollow(
                        MailedLink.ACCOUNT_DELETION_SCHEDULED, event.cancelToken(), event.deletesAt()));
    }
}
