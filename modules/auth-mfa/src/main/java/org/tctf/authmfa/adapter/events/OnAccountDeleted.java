package org.tctf.authmfa.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authmfa.application.EraseMember;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** An account is gone: so are its secret, its codes and its passkeys. */
@Singleton
public class OnAccountDeleted implements EventConsumer<OnAccountDeleted.AccountDeleted> {

    /** What this service reads of the fact. */
    public record AccountDeleted(String userId) {}

    private final EraseMember eraseMember;

    public OnAccountDeleted(EraseMember eraseMember) {
        this.eraseMember = eraseMember;
    }

    @Override
    public void on(AccountDeleted event, Envelope envelope) {
        eraseMember.erase(event.userId());
    }
}
