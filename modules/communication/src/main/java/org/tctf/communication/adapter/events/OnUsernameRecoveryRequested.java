package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.application.NotifyOwner;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.Recipient;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Language;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Reminds a member of the address that they sign in with. Of a name that nobody has, nobody is told. */
@Singleton
public class OnUsernameRecoveryRequested
        implements EventConsumer<OnUsernameRecoveryRequested.UsernameRecoveryRequested> {

    /** What this service reads of the fact. */
    public record UsernameRecoveryRequested(
            @Nullable String userId, @Nullable EmailAddress email) {}

    private final NotifyOwner notifyOwner;

    public OnUsernameRecoveryRequested(NotifyOwner notifyOwner) {
        this.notifyOwner = notifyOwner;
    }

    @Override
    public void on(UsernameRecoveryRequested event, Envelope envelope) {
        if (event.userId() != null && event.email() != null) {
            notifyOwner.warn(
                    envelope.id(),
                    new Recipient(event.userId(), event.email(), null, Language.EN),
                    new Content.UsernameReminder());
        }
    }
}
