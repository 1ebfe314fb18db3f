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

/** Tells the owner of an address that somebody signed up with it. */
@Singleton
public class OnSignUpRepeated implements EventConsumer<OnSignUpRepeated.SignUpRepeated> {

    /** What this service reads of the fact. */
    public record SignUpRepeated(
            String userId, EmailAddress email, @Nullable String language) {}

    private final NotifyOwner notifyOwner;

    public OnSignUpRepeated(NotifyOwner notifyOwner) {
        this.notifyOwner = notifyOwner;
    }

    @Override
    public void on(SignUpRepeated event, Envelope envelope) {
        notifyOwner.warn(
                envelope.id(),
                new Recipient(event.userId(), event.email(), null, Language.of(event.language())),
                new Content.SignUpRepeated());
    }
}
