package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.identity.Principal;
import org.tctf.kernel.Ids;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.subscriber.SubscriberList;

/** Makes a list. */
@Singleton
public class CreateList {
    private final SubscriberLists lists;
    private final Ids ids;
    private final InstantSource clock;

    public CreateList(SubscriberLists lists, Ids ids, InstantSource clock) {
        this.lists = lists;
        this.ids = ids;
        this.clock = clock;
    }

    public SubscriberList create(Principal caller, String name, String description, boolean isPublic) {
        Staff.require(caller);
        SubscriberList list =
                new SubscriberList(ids.next().toString(), name, description, isPublic, clock.instant(), 1);
        lists.add(list);
        return list;
    }
}
