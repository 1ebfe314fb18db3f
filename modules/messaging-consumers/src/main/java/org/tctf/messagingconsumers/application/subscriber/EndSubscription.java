package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.tctf.kernel.Problem;
import org.tctf.messagingconsumers.application.Links;
import org.tctf.messagingconsumers.domain.link.Link;
import org.tctf.messagingconsumers.domain.subscriber.Departure;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;

/** A reader wants no more, by the link in a mail; again is harmless, also when nothing is known of them any more. */
@Singleton
public class EndSubscription {
    private final Links links;
    private final Subscribers subscribers;
    private final InstantSource clock;

    public EndSubscription(Links links, Subscribers subscribers, InstantSource clock) {
        this.links = links;
        this.subscribers = subscribers;
        this.clock = clock;
    }

    /**
     * @param isAll whether they leave all lists, not just those through which the mail came
     * @throws Problem {@code LINK_INVALID}
     */
    public void end(String token, boolean isAll) {
        Link.Leave link = read(links, token);
        if (subscribers.find(link.subscriberId()).isEmpty()) {
            return;
        }
        subscribers.decide(link.subscriberId(), found -> {
            Subscriber subscriber = found.orElseThrow();
            Collection<String> leaves = isAll ? List.copyOf(subscriber.lists().keySet()) : List.copyOf(link.listIds());
            return subscriber.left(leaves, Departure.UNSUBSCRIBED, link.campaignId(), clock.instant());
        });
    }

    static Link.Leave read(Links links, String token) {
        if (links.open(token).orElse(null) instanceof Link.Leave link) {
            return link;
        }
        throw Problem.invalid("LINK_INVALID", "This link is not one of ours; take the whole of it from the mail.");
    }
}
