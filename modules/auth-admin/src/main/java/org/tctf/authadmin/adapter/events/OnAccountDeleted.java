package org.tctf.authadmin.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authadmin.application.ForgetUser;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** An account is gone. */
@Singleton
public class OnAccountDeleted implements EventConsumer<OnAccountDeleted.AccountDeleted> {

    /** What this service reads of the fact. */
    public record AccountDeleted(String userId) {}

    private final ForgetUser forgetUser;

    public OnAccountDeleted(ForgetUser forgetUser) {
        this.forgetUser = forgetUser;
    }

    @Override
    public void on(AccountDeleted event, Envelope envelope) {
        forgetUser.forget(event.userId());
    }
}
