package org.tctf.messagingconsumers.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.messagingconsumers.application.subscriber.ForgetMember;

/** A member is gone: of their address only a keyed hash stays. */
@Singleton
public class OnUserErased implements EventConsumer<OnUserErased.UserErased> {

    /** What this service reads of the fact. */
    public record UserErased(String userId) {}

    private final ForgetMember forgetMember;

    public OnUserErased(ForgetMember forgetMember) {
        this.forgetMember = forgetMember;
    }

    @Override
    public void on(UserErased event, Envelope envelope) {
        forgetMember.forget(event.userId());
    }
}
