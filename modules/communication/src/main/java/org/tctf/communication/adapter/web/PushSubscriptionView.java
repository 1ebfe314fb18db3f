package org.tctf.communication.adapter.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tctf.communication.domain.PushSubscription;

/**
 * A browser that its owner is notified on.
 *
 * @param service the host of its push service; not the endpoint, to which whoever has it can post
 */
record PushSubscriptionView(
        String id,
        @Nullable String device,
        String service,
        Instant createdAt,
        @Nullable Instant expiresAt) {
    static PushSubscriptionView of(PushSubscription subscription) {
        return new PushSubscriptionView(
                subscription.id(),
                subscription.device(),
                subscription.service(),
                subscription.createdAt(),
                subscription.expiresAt());
    }
}
