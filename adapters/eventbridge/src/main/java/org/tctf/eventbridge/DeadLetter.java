package org.tctf.eventbridge;

import java.time.Instant;
import java.util.Optional;
import org.tctf.kernel.event.Envelope;

/**
 * A message that nobody tries again by itself.
 *
 * @param messageId SQS's, of the letter
 * @param envelope none when the body is not one; its data may hold secrets
 * @param attempts how often it was delivered
 * @param error what the last delivery ended with, or what to do; without values of the event's data
 * @param diedAt to the second
 */
public record DeadLetter(
        String messageId, Optional<Envelope> envelope, int attempts, Reason reason, String error, Instant diedAt) {

    /** Why it lies here. */
    public enum Reason {
        /** It was tried as often as its subscription allows. */
        MAX_RECEIVES,
        /** The consumer doesn't know the event's version. */
        UNKNOWN_VERSION,
        /** Its body is not an envelope. */
        UNREADABLE
    }
}
