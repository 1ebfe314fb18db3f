package org.tctf.usermanagement.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.usermanagement.application.EraseMember;

/** A deleted account's member is erased. */
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
