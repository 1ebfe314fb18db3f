package org.tctf.communication.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.communication.application.ForgetMember;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** A member is gone: their address and what was written to them are erased. */
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
