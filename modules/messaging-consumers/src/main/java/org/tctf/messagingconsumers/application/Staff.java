package org.tctf.messagingconsumers.application;

import org.tctf.identity.Principal;
import org.tctf.identity.Role;
import org.tctf.kernel.Problem;

/** Who may see and do what is not their own subscription. */
public final class Staff {

    private Staff() {}

    /** @throws Problem {@code STAFF_ONLY} */
    public static void require(Principal caller) {
        if (!caller.is(Role.STAFF) && !caller.is(Role.ADMIN)) {
            throw Problem.forbidden("STAFF_ONLY", "Only staff works with subscribers and campaigns.");
        }
    }
}
