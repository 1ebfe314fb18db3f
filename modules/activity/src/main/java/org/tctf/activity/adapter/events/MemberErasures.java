package org.tctf.activity.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.activity.application.ForgetMember;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Members of whom nothing may be kept any more. */
@Singleton
public final class MemberErasures implements EventConsumer<MemberErasures.UserErased> {

    /** What this service reads of the fact. */
    public record UserErased(String userId) {}

    private final ForgetMember forgetMember;

    public MemberErasures(ForgetMember forgetMember) {
        this.forgetMember = forgetMember;
    }

    @Override
    public void on(UserErased event, Envelope envelope) {
        forgetMember.forget(event.userId());
    }
}
