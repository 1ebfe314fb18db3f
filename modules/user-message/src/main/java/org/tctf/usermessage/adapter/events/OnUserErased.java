package org.tctf.usermessage.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;
import org.tctf.usermessage.application.ForgetMember;

/** Members of whom nothing may be kept any more. */
@Singleton
public final class OnUserErased implements EventConsumer<OnUserErased.UserErased> {

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
