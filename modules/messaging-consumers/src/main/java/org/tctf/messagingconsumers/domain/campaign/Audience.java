package org.tctf.messagingconsumers.domain.campaign;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tctf.kernel.Problem;
import org.tctf.messagingconsumers.domain.subscriber.Rule;
import org.tctf.messagingconsumers.domain.subscriber.Subscriber;

/**
 * Who gets a campaign: who is on one of the lists, and of these whom the rule takes.
 *
 * @param segmentId where the rule came from; absent = none
 * @param rule the segment's, as it was when the campaign was scheduled
 */
public record Audience(Set<String> listIds, @Nullable String segmentId, Rule rule) {
    public static final int MAX_LISTS = 10;

    /** @throws Problem {@code INVALID_AUDIENCE} */
    public Audience {
        listIds = Set.copyOf(listIds);
        if (listIds.isEmpty() || listIds.size() > MAX_LISTS) {
            throw Problem.invalid("INVALID_AUDIENCE", "A campaign goes to 1 to %d lists.".formatted(MAX_LISTS))
                    .at("/listIds");
        }
    }

    public boolean includes(Subscriber subscriber) {
        return subscriber.isOnOneOf(listIds) && rule.holds(subscriber);
    }

    /** Through which of the lists somebody gets the campaign: what they leave by its link. */
    public Set<String> through(Subscriber subscriber) {
        Set<String> on = new TreeSet<>(listIds);
        on.removeIf(listId -> !subscriber.isOn(listId));
        return on;
    }

    Audience by(Rule frozen) {
        return new Audience(listIds, segmentId, frozen);
    }
}
