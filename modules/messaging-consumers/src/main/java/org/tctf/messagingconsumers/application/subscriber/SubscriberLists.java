package org.tctf.messagingconsumers.application.subscriber;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tctf.messagingconsumers.domain.subscriber.SubscriberList;

/** Port: the lists, at most a few hundred. */
public interface SubscriberLists {

    Optional<SubscriberList> find(String listId);

    List<SubscriberList> all();

    void add(SubscriberList list);

    /** @return the list as it is now; nothing when there is none */
    Optional<SubscriberList> change(String listId, UnaryOperator<SubscriberList> edit);
}
