package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.identity.Principal;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.subscriber.SubscriberList;

/** The lists: for everybody those that everybody may ask for, for staff all. */
@Singleton
public class ShowLists {
    private final SubscriberLists lists;

    public ShowLists(SubscriberLists lists) {
        this.lists = lists;
    }

    public List<SubscriberList> show() {
        return lists.all().stream().filter(SubscriberList::isPublic).toList();
    }

    public List<SubscriberList> show(Principal caller) {
        Staff.require(caller);
        return lists.all();
    }
}
