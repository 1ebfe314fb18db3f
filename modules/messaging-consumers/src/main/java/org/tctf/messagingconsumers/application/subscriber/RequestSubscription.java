package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;
import org.tctf.kernel.Decision;
import org.tctf.kernel.EmailAddress;
import org.tctf.kernel.Problem;
import org.tctf.messagingconsumers.domain.subscriber.Profile;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;
import org.tctf.messagingconsumers.domain.subscriber.SubscriberList;

/**
 * Somebody asks for lists in an address's name. The owner is asked by mail; whoever asked learns nothing about the address,
 * neither from the answer nor from what is done before it.
 */
@Singleton
public class RequestSubscription {
    private final Subscribers subscribers;
    private final Suppressions suppressions;
    private final SubscriberLists lists;
    private final AddressIds addressIds;
    private final InstantSource clock;

    public RequestSubscription(
            Subscribers subscribers,
            Suppressions suppressions,
            SubscriberLists lists,
            AddressIds addressIds,
            InstantSource clock) {
        this.subscribers = subscribers;
        this.suppressions = suppressions;
        this.lists = lists;
        this.addressIds = addressIds;
        this.clock = clock;
    }

    /** @throws Problem {@code LIST_NOT_FOUND} when one of the lists is none that everybody may ask for */
    public void request(EmailAddress email, Set<String> listIds, Profile said) {
        for (String listId : listIds) {
            if (lists.find(listId).filter(SubscriberList::isPublic).isEmpty()) {
                throw Problem.notFound("LIST_NOT_FOUND", "There is no list %s to subscribe to.".formatted(listId))
                        .at("/listIds");
            }
        }
        String id = addressIds.of(email);
        boolean isRefused = suppressions
                .find(id)
                .filter(suppression -> !suppression.isTheOwnersToLift())
                .isPresent();
        subscribers.decide(id, found -> {
            Subscriber before = found.orElseGet(() -> Subscriber.unknown(id, email, clock.instant()));
            if (isRefused) {
                return Decision.of(before);
            }
            Subscriber asked = before.asked(listIds, said, clock.instant());
            return Decision.of(asked.isToBeAsked(clock.instant()) ? asked.questioned(clock.instant()) : asked);
        });
    }
}
