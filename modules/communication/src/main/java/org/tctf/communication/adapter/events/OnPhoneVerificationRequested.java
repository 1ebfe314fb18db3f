package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.tctf.communication.application.NotifyOwner;
import org.tctf.communication.domain.Address;
import org.tctf.communication.domain.Content;
import org.tctf.communication.domain.Recipient;
import org.tctf.kernel.Language;
import org.tctf.kernel.PhoneNumber;
import org.tctf.kernel.crypto.Encrypted;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.kernel.phone.Medium;

/** Code to prove the phone number that a member says is theirs. No name: whose phone it is, is not known yet. */
@Singleton
public class OnPhoneVerificationRequested
        implements EventConsumer<OnPhoneVerificationRequested.PhoneVerificationRequested> {

    /** What this service reads of the fact. */
    public record PhoneVerificationRequested(
            String userId, PhoneNumber number, Medium channel, Encrypted code, Instant expiresAt) {}

    private final NotifyOwner notifyOwner;

    public OnPhoneVerificationRequested(NotifyOwner notifyOwner) {
        this.notifyOwner = notifyOwner;
    }

    @Override
    public void on(PhoneVerificationRequested event, Envelope envelope) {
        notifyOwner.warn(
                envelope.id(),
                new Recipient(event.userId(), Address.of(event.number()), null, Language.EN),
                new Content.PhoneCode(event.channel(), event.code(), event.expiresAt()));
    }
}
