package org.tctf.authoauth.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authoauth.application.provider.EndAccess;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Who replaces a password may do so because somebody else has signed in; what came of that ends. */
@Singleton
public class OnPasswordChanged implements EventConsumer<OnPasswordChanged.PasswordChanged> {

    /** What this service reads of the fact. */
    public record PasswordChanged(String userId) {}

    private final EndAccess endAccess;

    public OnPasswordChanged(EndAccess endAccess) {
        this.endAccess = endAccess;
    }

    @Override
    public void on(PasswordChanged event, Envelope envelope) {
        endAccess.end(event.userId(), envelope.time());
    }
}
