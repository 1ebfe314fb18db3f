package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.util.Set;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;
import org.tctf.messagingconsumers.domain.subscriber.AskForLists;
import org.tctf.messagingconsumers.domain.subscriber.Profile;
import org.tctf.messagingconsumers.domain.subscriber.SubscriberList;

/**
 * Somebody asks for lists in an address's name. Nothing is looked up of the address here, so that whoever asks learns
 * nothing of it, neither from the answer nor from the time that it takes.
 */
@Singleton
public class RequestSubscription {
    private final SubscriberLists lists;
    private final SubscriptionRequests requests;

    public RequestSubscription(SubscriberLists lists, SubscriptionRequests requests) {
        this.lists = lists;
        this.requests = requests;
    }

    /** @throws Problem {@code LIST_NOT_FOUND} when one of the lists is none that everybody may ask for */
    public void request(EmailAddress email, Set<String> listIds, Profile said) {
        for (String listId : listIds) {
            if (lists.find(listId).filter(SubscriberList::isPublic).isEmpty()) {
                throw Problem.notFound("LIST_NOT_FOUND", "There is no list %s to subscribe to.".formatted(listId))
                        .at("/listIds");
            }
        }
        requests.add(new AskForLists(email, listIds, said));
    }
}
