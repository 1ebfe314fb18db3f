package org.tctf.authpassword.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authpassword.application.Names;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** An account is gone: so is what was known of its owner. */
@Singleton
public class OnAccountDeleted implements EventConsumer<OnAccountDeleted.AccountDeleted> {

    /** What this service reads of the fact. */
    public record AccountDeleted(String userId) {}

    private final Names names;

    public OnAccountDeleted(Names names) {
        this.names = names;
    }

    @Override
    public void on(AccountDeleted event, Envelope envelope) {
        names.forget(event.userId());
    }
}
