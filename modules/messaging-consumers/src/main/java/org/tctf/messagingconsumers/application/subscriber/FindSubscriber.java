package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.tctf.identity.Principal;
import org.tctf.kernel.EmailAddress;
import org.tctf.messagingconsumers.application.Staff;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;
import org.tctf.messagingconsumers.domain.subscriber.Suppression;

/** What is known of an address, for staff. */
@Singleton
public class FindSubscriber {
    private final Subscribers subscribers;
    private final Suppressions suppressions;
    private final AddressIds addressIds;

    public FindSubscriber(Subscribers subscribers, Suppressions suppressions, AddressIds addressIds) {
        this.subscribers = subscribers;
        this.suppressions = suppressions;
        this.addressIds = addressIds;
    }

    /** @param subscriberId that stands for the address, known or not */
    public record Found(String subscriberId, Optional<Subscriber> subscriber, Optional<Suppression> suppression) {}

    public Found find(Principal caller, EmailAddress email) {
        Staff.require(caller);
        String id = addressIds.of(email);
        return new Found(id, subscribers.find(id), suppressions.find(id));
    }
}
