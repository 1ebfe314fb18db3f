package org.tctf.bus;

import java.time.Instant;
import org.tctf.kernel.event.Envelope;

/**
 * A message that nobody tries again by itself.
 *
 * @param id of this message in this queue; an event may be dead in several queues
 * @param attempts how often it was delivered
 * @param error what the last delivery ended with, or what to do; without values of the event's data
 * @param enqueuedAt when it came into the queue
 */
public record DeadLetter(
        long id,
        String queue,
        Envelope envelope,
        int attempts,
        Reason reason,
        String error,
        Instant enqueuedAt,
        Instant diedAt) {

    /** Why it lies here. */
    public enum Reason {
        /** It was tried as often as its subscription allows. */
        MAX_RECEIVES,
        /** The consumer doesn't know the event's version. */
        UNKNOWN_VERSION,
        /** No service has this queue any more; when one has it again, the message goes on by itself. */
        NO_QUEUE
    }

    static String noQueue(String queue) {
        return "no service has a queue %s; bring it back, or discard the message".formatted(queue);
    }
}
