package org.tctf.communication.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jmolecules.ddd.annotation.AggregateRoot;
import org.jmolecules.ddd.annotation.Identity;
import org.tctf.kernel.Problem;

/** The browsers of one member that things are pushed to, few enough to be one item. */
@AggregateRoot
public record MemberBrowsers(@Identity String memberId, List<PushSubscription> subscriptions, long version) {
    public static final int MOST = 10;

    public MemberBrowsers {
        subscriptions = List.copyOf(subscriptions);
    }

    public static MemberBrowsers none(String memberId) {
        return new MemberBrowsers(memberId, List.of(), 0);
    }

    public Optional<PushSubscription> find(String id) {
        return subscriptions.stream().filter(known -> known.id().equals(id)).findFirst();
    }

    /** Those that their browsers have not given up by themselves. */
    public List<PushSubscription> goodAt(Instant moment) {
        return subscriptions.stream().filter(known -> known.isGoodAt(moment)).toList();
    }

    /**
     * With this one, in the place of the same browser's former one.
     *
     * @throws Problem {@code TOO_MANY_PUSH_SUBSCRIPTIONS}
     */
    public MemberBrowsers with(PushSubscription subscription) {
        Optional<PushSubscription> known = find(subscription.id());
        if (known.isPresent()) {
            return next(subscriptions.stream()
                    .map(other -> other.equals(known.get()) ? subscription.inPlaceOf(other) : other));
        }
        if (subscriptions.size() >= MOST) {
            throw Problem.conflict(
                    "TOO_MANY_PUSH_SUBSCRIPTIONS",
                    "You are notified on %d devices; remove one before you add another.".formatted(MOST));
        }
        return next(Stream.concat(subscriptions.stream(), Stream.of(subscription)));
    }

    /** @throws Problem {@code PUSH_SUBSCRIPTION_NOT_FOUND} */
    public MemberBrowsers without(String id) {
        if (find(id).isEmpty()) {
            throw Problem.notFound(
                    "PUSH_SUBSCRIPTION_NOT_FOUND", "There is no push subscription %s of yours.".formatted(id));
        }
        return lost(id);
    }

    /** Itself when there is no such subscription. */
    public MemberBrowsers lost(String id) {
        return find(id).isEmpty()
                ? this
                : next(subscriptions.stream().filter(known -> !known.id().equals(id)));
    }

    /** Without those that were registered in these sessions; itself when there are none. */
    public MemberBrowsers signedOut(Set<String> sessionIds) {
        return subscriptions.stream().noneMatch(known -> sessionIds.contains(known.sessionId()))
                ? this
                : next(subscriptions.stream().filter(known -> !sessionIds.contains(known.sessionId())));
    }

    private MemberBrowsers next(Stream<PushSubscription> next) {
        return new MemberBrowsers(memberId, next.toList(), version + 1);
    }
}
