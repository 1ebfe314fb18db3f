package org.tctf.authadmin.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authadmin.application.ForgetUser;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** A member is gone. */
@Singleton
public class OnUserErased implements EventConsumer<OnUserErased.UserErased> {

    /** What this service reads of the fact. */
    public record UserErased(String userId) {}

    private final ForgetUser forgetUser;

    public OnUserErased(ForgetUser forgetUser) {
        this.forgetUser = forgetUser;
    }

    @Override
    public void on(UserErased event, Envelope envelope) {
        forgetUser.forget(event.userId());
    }
}
