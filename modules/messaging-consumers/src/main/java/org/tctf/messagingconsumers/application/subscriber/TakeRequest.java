package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.kernel.Decision;
import org.tctf.messagingconsumers.domain.subscriber.AskForLists;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;

/** Has an address's owner asked by mail whether they want what somebody asked for in their name. */
@Singleton
public class TakeRequest {
    private final Subscribers subscribers;
    private final Suppressions suppressions;
    private final AddressIds addressIds;
    private final InstantSource clock;

    public TakeRequest(Subscribers subscribers, Suppressions suppressions, AddressIds addressIds, InstantSource clock) {
        this.subscribers = subscribers;
        this.suppressions = suppressions;
        this.addressIds = addressIds;
        this.clock = clock;
    }

    /** Does nothing for an address that is not written to. */
    public void take(AskForLists request) {
        String id = addressIds.of(request.email());
        boolean isRefused = suppressions
                .find(id)
                .filter(suppression -> !suppression.isTheOwnersToLift())
                .isPresent();
        if (isRefused) {
            return;
        }
        subscribers.decide(id, found -> {
            Subscriber before = found.orElseGet(() -> Subscriber.unknown(id, request.email(), clock.instant()));
            Subscriber asked = before.asked(request.listIds(), request.said(), clock.instant());
            return Decision.of(asked.isToBeAsked(clock.instant()) ? asked.questioned(clock.instant()) : asked);
        });
    }
}
