package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tctf.communication.application.NotifyOwner;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.Recipient;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Language;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Tells the owner of an account that it is locked. */
@Singleton
public class OnAccountLocked implements EventConsumer<OnAccountLocked.AccountLocked> {

    /** What this service reads of the fact. */
    public record AccountLocked(String userId, EmailAddress email, Instant until) {}

    private final NotifyOwner notifyOwner;

    public OnAccountLocked(NotifyOwner notifyOwner) {
        this.notifyOwner = notifyOwner;
    }

    @Override
    public void on(AccountLocked event, Envelope envelope) {
        notifyOwner.warn(
                envelope.id(),
                new Recipient(event.userId(), event.email(), null, Language.EN),
                new Content.AccountLocked(event.until()));
    }
}
