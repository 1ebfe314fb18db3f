package org.tctf.messagingconsumers.application.subscriber;

import org.tctf.messagingconsumers.domain.subscriber.AskForLists;

/** Port: requests that wait to be looked at. */
@FunctionalInterface
public interface SubscriptionRequests {

    /** The same work for every address. */
    void add(AskForLists request);
}
