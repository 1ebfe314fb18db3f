package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.table.Page;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.subscriber.Suppression;

/** Who is not written to, and why, newest first. */
@Singleton
public class ListSuppressions {
    private final Suppressions suppressions;

    public ListSuppressions(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    /** @throws org.tctf.kernel.Problem {@code INVALID_CURSOR} */
    public Page<Suppression> list(Principal caller, int limit, @Nullable String cursor) {
        Staff.require(caller);
        return suppressions.newest(limit, cursor);
    }
}
