package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.tctf.identity.Principal;
import org.tctf.kernel.Decision;
import org.tctf.messagingconsumers.domain.subscriber.Departure;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;

/** A member, signed in, wants a list no more; again is harmless, also for a list that they never were on. */
@Singleton
public class LeaveList {
    private final OwnAddress ownAddress;
    private final Subscribers subscribers;
    private final InstantSource clock;

    public LeaveList(OwnAddress ownAddress, Subscribers subscribers, InstantSource clock) {
        this.ownAddress = ownAddress;
        this.subscribers = subscribers;
        this.clock = clock;
    }

    public void leave(Principal caller, String listId) {
        ownAddress
                .of(caller.memberId())
                .ifPresent(own -> subscribers.decide(own.subscriberId(), found -> {
                    Instant at = clock.instant();
                    Subscriber now = found.orElseGet(() -> Subscriber.unknown(own.subscriberId(), own.email(), at));
                    // The address may have become another's meanwhile: then there is nothing to leave.
                    return now.isOf(caller.memberId())
                            ? now.left(List.of(listId), Departure.UNSUBSCRIBED, null, at)
                            : Decision.of(now);
                }));
    }
}
