package org.tctf.bus;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tctf.kernel.event.Deliveries;
import org.tctf.kernel.event.Envelope;
import org.tctf.kernel.event.Failure;

/**
 * Sees every step of every message, in the order in which the message takes them; for the console and for metrics. Calls
 * come from the bus's own threads: return at once, and never throw.
 */
public interface BusObserver {

    /** A fact left its outbox; these queues' rules matched (none is fine), or this is the queue of a command. */
    default void published(Envelope envelope, List<String> queues) {}

    /** A consumer is about to get it, for the n-th time. */
    default void delivering(String queue, Envelope envelope, int attempt) {}

    /** The delivery ended well. */
    default void delivered(String queue, Envelope envelope, int attempt, Deliveries.Outcome outcome, Duration took) {}

    /** The delivery failed and will be tried again. Keep the error only as {@link Failure#describe} says it. */
    default void failed(String queue, Envelope envelope, int attempt, Throwable error, Instant nextAttempt) {}

    /** Nobody will try it again by itself. */
    default void deadLettered(String queue, Envelope envelope, int attempts, String reason, String error) {}

    /** A person sent it back into its queue. */
    default void redriven(String queue, Envelope envelope) {}

    /** A person gave it up. */
    default void discarded(String queue, Envelope envelope) {}
}
