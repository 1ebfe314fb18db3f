package org.tctf.authoauth.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authoauth.application.provider.EndAccess;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** No application goes on for a member whose account is shut. */
@Singleton
public class OnUserDisabled implements EventConsumer<OnUserDisabled.UserDisabled> {

    /** What this service reads of the fact. */
    public record UserDisabled(String userId) {}

    private final EndAccess endAccess;

    public OnUserDisabled(EndAccess endAccess) {
        this.endAccess = endAccess;
    }

    @Override
    public void on(UserDisabled event, Envelope envelope) {
        endAccess.end(event.userId(), envelope.time());
    }
}
