package org.tctf.communication.application;

import org.tctf.communication.domain.MemberBrowsers;
import org.tctf.communication.domain.PushSubscription;

/** Port: members' browsers. One browser is one member's at a time. */
public interface PushBook {
    MemberBrowsers of(String memberId);

    /**
     * Makes the browser this member's; whoever had it before has it no more.
     *
     * @return as it is kept: one that was here stays since when it was
     * @throws org.tctf.kernel.Problem {@code TOO_MANY_PUSH_SUBSCRIPTIONS}
     */
    PushSubscription register(String memberId, PushSubscription subscription);

    /** @throws org.tctf.kernel.Problem {@code PUSH_SUBSCRIPTION_NOT_FOUND} */
    void remove(String memberId, String id);
}
