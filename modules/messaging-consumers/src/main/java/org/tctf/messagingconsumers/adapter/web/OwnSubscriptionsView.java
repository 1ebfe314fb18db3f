package org.tctf.messagingconsumers.adapter.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tctf.messagingconsumers.application.subscriber.ShowOwnSubscriptions;
import org.tctf.messagingconsumers.domain.subscriber.Membership;
import org.tctf.messagingconsumers.domain.subscriber.Suppression;

/** @param suppressed why the caller's address is not written to, whatever it is on; absent where it is */
record OwnSubscriptionsView(List<OwnSubscriptionView> items, Suppression.@Nullable Reason suppressed) {

    /** Where the caller stands with a list. */
    enum State {
        NONE,
        PENDING,
        CONFIRMED,
        LEFT;

        static State of(@Nullable Membership membership) {
            return switch (membership) {
                case null -> NONE;
                case Membership.Pending asked -> PENDING;
                case Membership.Confirmed on -> CONFIRMED;
                case Membership.Left gone -> LEFT;
            };
        }
    }

    /** @param since when they stand there; absent for NONE */
    record OwnSubscriptionView(
            String listId,
            String name,
            String description,
            State state,
            @Nullable Instant since) {
        static OwnSubscriptionView of(ShowOwnSubscriptions.Standing standing) {
            Membership membership = standing.membership();
            return new OwnSubscriptionView(
                    standing.list().listId(),
                    standing.list().name(),
                    standing.list().description(),
                    State.of(membership),
                    membership == null ? null : membership.since());
        }
    }

    static OwnSubscriptionsView of(ShowOwnSubscriptions.Own own) {
        return new OwnSubscriptionsView(
                own.standings().stream().map(OwnSubscriptionView::of).toList(), own.suppressed());
    }
}
