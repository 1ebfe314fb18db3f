package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import org.tctf.kernel.Decision;
import org.tctf.kernel.Problem;
import org.tctf.messagingconsumers.application.Links;
import org.tctf.messagingconsumers.domain.link.Link;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;
import org.tctf.messagingconsumers.domain.subscriber.Suppression;

/** The owner of an address says yes by the mailed link; again is harmless. */
@Singleton
public class ConfirmSubscription {
    private final Links links;
    private final Subscribers subscribers;
    private final Suppressions suppressions;
    private final InstantSource clock;

    public ConfirmSubscription(Links links, Subscribers subscribers, Suppressions suppressions, InstantSource clock) {
        this.links = links;
        this.subscribers = subscribers;
        this.suppressions = suppressions;
        this.clock = clock;
    }

    /** @throws Problem {@code LINK_INVALID}, {@code LINK_EXPIRED} */
    public void confirm(String token) {
        if (!(links.open(token).orElse(null) instanceof Link.Confirm link)) {
            throw Problem.invalid("LINK_INVALID", "This link is not one of ours; take the whole of it from the mail.");
        }
        if (link.until().isBefore(clock.instant())) {
            throw Problem.of(
                    Problem.Kind.GONE, "LINK_EXPIRED", "This link was good for seven days; subscribe once more.");
        }
        Subscriber subscriber = subscribers
                .find(link.subscriberId())
                .orElseThrow(() -> Problem.of(
                        Problem.Kind.GONE,
                        "LINK_EXPIRED",
                        "Nothing waits for this link any more; subscribe once more."));
        boolean lifts = suppressions
                .find(subscriber.subscriberId())
                .filter(Suppression::isTheOwnersToLift)
                .isPresent();
        List<String> listIds = List.copyOf(link.listIds());
        if (lifts) {
            subscribers.decideAndLift(link.subscriberId(), now -> confirmed(now.orElse(subscriber), listIds));
        } else {
            subscribers.decide(link.subscriberId(), now -> confirmed(now.orElse(subscriber), listIds));
        }
    }

    private Decision<Subscriber> confirmed(Subscriber subscriber, List<String> listIds) {
        return subscriber.confirmed(listIds, clock.instant());
    }
}
