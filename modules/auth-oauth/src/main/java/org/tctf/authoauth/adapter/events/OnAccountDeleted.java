package org.tctf.authoauth.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authoauth.application.provider.ForgetMember;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Who has left is forgotten. */
@Singleton
public class OnAccountDeleted implements EventConsumer<OnAccountDeleted.AccountDeleted> {

    /** What this service reads of the fact. */
    public record AccountDeleted(String userId) {}

    private final ForgetMember forgetMember;

    public OnAccountDeleted(ForgetMember forgetMember) {
        this.forgetMember = forgetMember;
    }

    @Override
    public void on(AccountDeleted event, Envelope envelope) {
        forgetMember.forget(event.userId());
    }
}
