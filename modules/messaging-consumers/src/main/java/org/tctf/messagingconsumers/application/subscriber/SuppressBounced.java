package org.tctf.messagingconsumers.application.subscriber;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.tctf.messagingconsumers.domain.subscriber.Suppression;

/** A mail system has said for good that there is no such mailbox. */
@Singleton
public class SuppressBounced {
    private final Suppressions suppressions;
    private final InstantSource clock;

    public SuppressBounced(Suppressions suppressions, InstantSource clock) {
        this.suppressions = suppressions;
        this.clock = clock;
    }

    public void suppress(String subscriberId) {
        suppressions.suppress(subscriberId, Suppression.Reason.HARD_BOUNCE, clock.instant());
    }
}
