package org.tctf.communication.application;

import jakarta.inject.Singleton;
import java.util.List;
import org.tctf.communication.domain.PushSubscription;
import org.tctf.identity.Principal;

/** Lists the browsers that the caller is notified on, oldest first. */
@Singleton
public class ListPushSubscriptions {
    private final PushBook pushBook;

    public ListPushSubscriptions(PushBook pushBook) {
        this.pushBook = pushBook;
    }

    public List<PushSubscription> of(Principal caller) {
        return pushBook.of(caller.memberId()).subscriptions();
    }
}
