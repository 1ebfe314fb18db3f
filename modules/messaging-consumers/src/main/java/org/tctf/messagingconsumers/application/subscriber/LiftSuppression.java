package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import org.tctf.identity.Principal;
import org.tctf.messagingconsumers.application.Staff;

/** An address may be written to again; it is on no list because of that. */
@Singleton
public class LiftSuppression {
    private final Suppressions suppressions;

    public LiftSuppression(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    public void lift(Principal caller, String subscriberId) {
        Staff.require(caller);
        suppressions.lift(subscriberId);
    }
}
