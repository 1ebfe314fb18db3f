package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tctf.identity.Principal;
import org.tctf.messagingconsumers.domain.subscriber.Membership;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;
import org.tctf.messagingconsumers.domain.subscriber.SubscriberList;
import org.tctf.messagingconsumers.domain.subscriber.Suppression;

/** The lists that a member may be on, and where they stand with each. */
@Singleton
public class ShowOwnSubscriptions {
    private final SubscriberLists lists;
    private final OwnAddress ownAddress;
    private final Suppressions suppressions;

    public ShowOwnSubscriptions(SubscriberLists lists, OwnAddress ownAddress, Suppressions suppressions) {
        this.lists = lists;
        this.ownAddress = ownAddress;
        this.suppressions = suppressions;
    }

    /** @param membership absent where they never were on the list */
    public record Standing(SubscriberList list, @Nullable Membership membership) {}

    /** @param suppressed why their address is not written to, whatever it is on; absent where it is, or can be at their wish */
    public record Own(List<Standing> standings, Suppression.@Nullable Reason suppressed) {}

    /** Public lists, and those that staff has put them on: what somebody gets they see, and can leave. */
    public Own show(Principal caller) {
        Optional<Subscriber> own = ownAddress.of(caller.memberId());
        Map<String, Membership> memberships = own.map(Subscriber::lists).orElse(Map.of());
        List<Standing> standings = lists.all().stream()
                .filter(list -> OwnAddress.mayBeOn(list, own))
                .map(list -> new Standing(list, memberships.get(list.listId())))
                .toList();
        return new Own(
                standings,
                own.flatMap(one -> suppressions.find(one.subscriberId()))
                        .filter(suppression -> !suppression.isTheOwnersToLift())
                        .map(Suppression::reason)
                        .orElse(null));
    }
}
