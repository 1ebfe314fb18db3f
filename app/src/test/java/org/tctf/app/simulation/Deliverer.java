package org.tctf.app.simulation;

import org.tctf.kernel.event.Deliveries.Outcome;

/** Hands a message to its consumer in this process: as the platform does, unless a test wants to see it done wrong. */
@FunctionalInterface
interface Deliverer {
    Deliverer RIGHT =
            (life, parcel) -> life.deliveries(parcel.service()).deliver(parcel.subscription(), parcel.envelope());

    Outcome deliver(Life life, Parcel parcel);

    /** Whether the queue forgets the message before the consumer has it. */
    default boolean forgetsFirst() {
        return false;
    }
}
