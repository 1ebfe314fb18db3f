package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.kernel.table.Page;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;

/** All subscribers, page by page, in no order that means anything: to look through, and to take elsewhere. */
@Singleton
public class ListSubscribers {
    private final Subscribers subscribers;

    public ListSubscribers(Subscribers subscribers) {
        this.subscribers = subscribers;
    }

    /** @throws org.tctf.kernel.Problem {@code INVALID_CURSOR} */
    public Page<Subscriber> list(Principal caller, int limit, @Nullable String cursor) {
        Staff.require(caller);
        return subscribers.page(limit, cursor);
    }
}
