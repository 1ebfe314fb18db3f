package org.tctf.authoauth.adapter.events;

import jakarta.inject.Singleton;
import org.tctf.authoauth.application.provider.ForgetMember;
import org.tctf.authoauth.application.provider.ForgetMore;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.EventConsumer;

/** Goes on where one transaction was not enough. */
@Singleton
public class ForgetMoreOfMember implements EventConsumer<ForgetMore> {
    private final ForgetMember forgetMember;

    public ForgetMoreOfMember(ForgetMember forgetMember) {
        this.forgetMember = forgetMember;
    }

    @Override
    public void on(ForgetMore command, Envelope envelope) {
        forgetMember.forget(command.userId());
    }
}
