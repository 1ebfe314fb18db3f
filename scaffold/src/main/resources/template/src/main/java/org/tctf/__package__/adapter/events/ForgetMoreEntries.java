package org.tctf.__package__.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.__package__.application.ForgetMember;
import org.tctf.__package__.domain.ForgetMore;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Goes on erasing where one transaction was not enough. */
@Singleton
public class ForgetMoreEntries implements EventConsumer<ForgetMore> {
    private final ForgetMember forgetMember;

    public ForgetMoreEntries(ForgetMember forgetMember) {
        this.forgetMember = forgetMember;
    }

    @Override
    public void on(ForgetMore order, Envelope envelope) {
        forgetMember.forget(order.memberId());
    }
}
